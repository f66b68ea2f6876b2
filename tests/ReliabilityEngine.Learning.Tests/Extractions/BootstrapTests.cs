using ReliabilityEngine.Learning.Extractions;

namespace ReliabilityEngine.Learning.Tests.Extractions;

public sealed class BootstrapTests
{
    static readonly Measure<int> Share = Measure.Share<int>("share", right => (right, 10));

    [Fact]
    public void The_interval_of_a_mean_is_about_two_standard_errors_to_either_side()
    {
        int[] articles = [.. Enumerable.Range(0, 396).Select(i => i % 11)];
        var interval = Assert.Single(Bootstrap.Intervals(articles, [Share]))!.Value;
        var error = Math.Sqrt(10 * 12 / 12.0 / 396) / 10;
        Assert.Equal(0.5 - (1.96 * error), interval.Low, 0.005);
        Assert.Equal(0.5 + (1.96 * error), interval.High, 0.005);
    }

    [Fact]
    public void Articles_that_are_alike_leave_no_doubt() =>
        Assert.Equal(new(0.3, 0.3), Assert.Single(Bootstrap.Intervals([3, 3, 3], [Share])));

    [Fact]
    public void One_article_or_nothing_counted_gives_no_interval()
    {
        Assert.Null(Assert.Single(Bootstrap.Intervals([3], [Share])));
        Assert.Null(Assert.Single(Bootstrap.Intervals([3, 4], [Measure.Share<int>("none", _ => (0, 0))])));
    }
}
