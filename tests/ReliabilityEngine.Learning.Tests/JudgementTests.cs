using ReliabilityEngine.Analysis;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Learning.Tests;

public class JudgementTests
{
    public static TheoryData<string[]> Texts => Cases.Read("tests", "ReliabilityEngine.Learning.Tests", "Cases", "judged.tsv");

    [Theory]
    [MemberData(nameof(Texts))]
    public void Texts_that_cannot_be_judged_get_a_reason_and_no_score(string[] row)
    {
        var analysis = ArticleAnalyzer.Analyze(new() { Id = "x", Text = row[1] });
        var obstacle = Judgement.Obstacle(analysis);
        Assert.True(row[0] == "judged" ? obstacle is null : obstacle?.Contains(row[0], StringComparison.Ordinal) == true, $"{row[^1]}: {obstacle}");
        var score = Engine.Load().Score(analysis);
        Assert.True(obstacle is null || score is { Reliability.Score: null, Bias.Score: null, InformationCredibility: 6, Contributions.Length: 0 });
        Assert.True(obstacle is null || score.Warnings.Contains(obstacle));
    }
}
