using System.Collections.Immutable;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Tagging;

public sealed class CandidateChoiceTests
{
    [Fact]
    public void Of_two_that_share_content_the_likelier_is_chosen() =>
        Assert.Equal([1], Choose([Candidate(3, (4, 9)), Candidate(20, (6, 12))], [0.5f, 0.6f]));

    [Fact]
    public void No_cue_stands_in_anothers_content() =>
        Assert.Equal([0], Choose([Candidate(3, (4, 9)), Candidate(6, (12, 15))], [0.6f, 0.5f]));

    [Fact]
    public void What_is_apart_is_all_chosen() =>
        Assert.Equal([0, 1], Choose([Candidate(3, (4, 9)), Candidate(12, (13, 15))], [0.4f, 0.9f]));

    [Fact]
    public void Less_likely_than_the_threshold_is_dropped() => Assert.Empty(Choose([Candidate(3, (4, 9))], [0.1f]));

    static List<int> Choose(Candidate[] candidates, float[] probabilities) =>
        CandidateChoice.Choose(candidates, probabilities, 0.3f, 40);

    static Candidate Candidate(int cue, (int First, int End) content) =>
        new(new(0, new(cue, cue + 1), 0.5f), null, [new TokenRange(content.First, content.End)], new(0, 40), []);
}
