using ReliabilityEngine.Origins;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Tests.Origins;

public sealed class IndependenceTests
{
    static readonly Report Own = new("post", 1, ["AP"]);

    [Theory]
    [InlineData(0)]
    [InlineData(1, "gazette 2")]
    [InlineData(2, "gazette 2", "monitor 3 Reuters")]
    [InlineData(0, "gazette 1")]
    [InlineData(0, "gazette 2 AP")]
    [InlineData(0, "post 2")]
    [InlineData(1, "gazette 2", "monitor 2")]
    [InlineData(1, "gazette 2 Reuters", "monitor 3 Reuters")]
    [InlineData(1, "gazette 2", "gazette 3")]
    public void Copies_outlets_and_agencies_count_once_and_ties_to_the_article_never(int origins, params string[] others) =>
        Assert.Equal(origins, Independence.Origins(Own, others.Select(Read)));

    [Theory]
    [InlineData(2, 2, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 9, 3)]
    [InlineData(4, 9, 4)]
    [InlineData(6, 9, 6)]
    public void Only_what_is_probably_true_can_be_confirmed(int number, int origins, int expected) =>
        Assert.Equal(expected, AdmiraltyScale.Default.Corroborated(number, origins));

    static Report Read(string report) => report.Split(' ') is [var outlet, var cluster, .. var agencies] ? new(outlet, int.Parse(cluster, System.Globalization.CultureInfo.InvariantCulture), agencies) : throw new FormatException(report);
}
