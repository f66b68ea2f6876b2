using ReliabilityEngine.Learning.Tagging;

namespace ReliabilityEngine.Learning.Tests.Tagging;

public sealed class ForestLearningTests
{
    [Fact]
    public void Learns_what_no_single_feature_tells()
    {
        var random = new Random(2);
        var rows = Enumerable.Range(0, 2_000).Select(_ => new[] { random.NextSingle(), random.NextSingle(), random.NextSingle() }).ToArray();
        var targets = rows.Select(row => row[0] > 0.5f ^ row[1] > 0.5f ? 1f : 0f).ToArray();
        var forest = ForestLearning.Learn(rows, targets, new(Trees: 60, Leaves: 6, FewestInLeaf: 10, Rate: 0.2f, Ridge: 1));
        Assert.InRange(forest.Probability([0.2f, 0.8f, 0.5f]), 0.9f, 1);
        Assert.InRange(forest.Probability([0.8f, 0.8f, 0.5f]), 0, 0.1f);
    }

    [Fact]
    public void Targets_between_the_ends_are_met_on_average()
    {
        var rows = Enumerable.Range(0, 400).Select(i => new[] { i % 2f }).ToArray();
        var targets = rows.Select(row => row[0] == 0 ? 0.25f : 0.5f).ToArray();
        var forest = ForestLearning.Learn(rows, targets, new(Trees: 100, Leaves: 2, FewestInLeaf: 10, Rate: 0.3f, Ridge: 0));
        Assert.Equal(0.25f, forest.Probability([0]), 0.01f);
        Assert.Equal(0.5f, forest.Probability([1]), 0.01f);
    }
}
