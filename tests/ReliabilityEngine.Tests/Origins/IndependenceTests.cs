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
    [InlineData("https://www.gazette.example/a", "https://news.gazette.example/b", true)]
    [InlineData("https://one.gazette.co.uk/a", "http://two.gazette.co.uk/b", true)]
    [InlineData("https://gazette.co.uk/a", "https://monitor.co.uk/b", false)]
    [InlineData("https://gazette.example/a", "https://monitor.example/a", false)]
    [InlineData("https://192.0.2.7/a", "https://192.0.2.8/a", false)]
    [InlineData("https://192.0.2.7/a", "https://192.0.2.7/b", true)]
    [InlineData(null, null, false)]
    [InlineData("notes", "notes", false)]
    public void Two_reports_of_one_site_are_one_whatever_outlets_they_name(string? one, string? other, bool tied)
    {
        var reports = new[] { One("gazette", 2, one), One("monitor", 3, other) };
        Assert.Equal(tied ? 1 : 2, Independence.Origins(Own, reports));

        static Report One(string outlet, long cluster, string? address) => new(outlet, cluster, [], Independence.SiteOf(address));
    }

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
