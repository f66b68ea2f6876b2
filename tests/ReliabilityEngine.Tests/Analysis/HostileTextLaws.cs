using ReliabilityEngine.Analysis;

namespace ReliabilityEngine.Tests.Analysis;

/// <summary>Texts that repeat a few words without end: twice the text may take about twice the work, not four times.</summary>
public sealed class HostileTextLaws
{
    const int Characters = 20_000;

    /// <summary>A list that grows doubles its room, so that a part of the memory may come in one text and not in the other.</summary>
    const double Most = 2.6;

    public static TheoryData<string> Repeated =>
    [
        "(", "\"", "“", "said ", "and the council met again near the bridge ", "a, ", "a\n\n", "John Smith ", "John Smith said so. ",
        "It is likely that therefore it may be so. ", "it is likely that therefore ", "“He said ", "“ He ", "\"So it is,\" he said. ",
        "According to officials, it is so. ", "two officials briefed on the talks who asked not to be named ", "he she it they ", "1. ",
    ];

    /// <summary>Memory is counted, not time: it is the same on a busy machine.</summary>
    [Theory, MemberData(nameof(Repeated))]
    public void Memory_grows_with_the_text_and_no_faster(string words)
    {
        Allocated(words, Characters);
        var once = Allocated(words, Characters);
        var twice = Allocated(words, Characters * 2);
        Assert.InRange((double)twice / once, 0, Most);
    }

    [Theory, MemberData(nameof(Repeated))]
    public void Findings_grow_with_the_text_and_no_faster(string words)
    {
        var (once, twice) = (Findings(words, Characters), Findings(words, Characters * 2));
        Assert.InRange(twice, 0, (once * Most) + 10);
    }

    static int Findings(string words, int characters)
    {
        var analysis = Analyze(words, characters);
        return analysis.Attributions.Sum(attribution => 1 + attribution.Content.Sum(piece => piece.Length))
            + analysis.Cues.Length + analysis.Speculations.Length + analysis.Links.Length + analysis.Chains.Length;
    }

    static long Allocated(string words, int characters)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Analyze(words, characters);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    static ArticleAnalysis Analyze(string words, int characters) =>
        ArticleAnalyzer.Analyze(new() { Id = "hostile", Text = string.Concat(Enumerable.Repeat(words, characters / words.Length)) });
}
