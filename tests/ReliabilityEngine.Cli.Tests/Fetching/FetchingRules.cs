using System.Net;
using System.Text;
using ReliabilityEngine.Cli.Ingestion.Fetching;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Fetching;

public sealed class FetchingRules
{
    public static TheoryData<string[]> Addresses => Cases.Read("tests", "ReliabilityEngine.Cli.Tests", "Cases", "addresses.tsv");

    public static TheoryData<string[]> Robots => Cases.Read("tests", "ReliabilityEngine.Cli.Tests", "Cases", "robots.tsv");

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Public_addresses_are_told_from_those_of_the_house(string[] row) =>
        Assert.True(PublicAddress.Is(IPAddress.Parse(row[0])) == (row[1] == "public"), row[^1]);

    [Theory]
    [MemberData(nameof(Robots))]
    public void Robots_files_are_read_as_the_standard_says(string[] row)
    {
        var file = row[0].Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\r", "\r", StringComparison.Ordinal).Replace("(mark)", "\uFEFF", StringComparison.Ordinal);
        Assert.True(RobotsRules.Parse(Encoding.UTF8.GetBytes(file), "ReliabilityEngine").Allows(row[1]) == (row[2] == "allowed"), row[^1]);
    }

    [Fact]
    public void A_crawl_delay_is_kept_within_reason()
    {
        Assert.Equal(TimeSpan.FromSeconds(2.5), RobotsRules.Parse("User-agent: *\nCrawl-delay: 2.5"u8, "x").Delay);
        Assert.Equal(TimeSpan.FromSeconds(60), RobotsRules.Parse("User-agent: *\nCrawl-delay: 86400"u8, "x").Delay);
    }

    [Fact]
    public async Task The_rules_of_sites_without_number_are_forgotten()
    {
        var loaded = 0;
        Task<RobotsRules> Load()
        {
            loaded++;
            return Task.FromResult(RobotsRules.AllowAll);
        }

        var cache = new RobotsCache((_, _) => Load(), TimeProvider.System);
        for (var site = 0; site < 3 * RobotsCache.MostSites; site++)
            await cache.For(new($"http://s{site}.example/"), default);
        Assert.True(cache.Count <= RobotsCache.MostSites);
        var before = loaded;
        await cache.For(new($"http://s{3 * RobotsCache.MostSites - 1}.example/a"), default);
        Assert.Equal(before, loaded);
    }

    [Fact]
    public async Task Hosts_without_number_are_forgotten()
    {
        var pace = new HostPace(TimeProvider.System, TimeSpan.Zero);
        for (var host = 0; host < 3 * HostPace.MostHosts; host++)
            await pace.Run(new($"http://s{host}.example/"), null, () => Task.FromResult(0), default);
        Assert.InRange(pace.Hosts, 1, HostPace.MostHosts);
    }

    [Fact]
    public void Patterns_full_of_stars_take_no_time()
    {
        var pattern = string.Concat(Enumerable.Repeat("*a", 900)) + "$";
        var rules = RobotsRules.Parse(Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: /{pattern}"), "x");
        var took = ThreadTime.Of(() => Assert.True(rules.Allows("/" + new string('a', 8000) + "b")));
        Assert.True(took < TimeSpan.FromSeconds(2), $"took {took}");
    }
}
