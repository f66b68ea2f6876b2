using System.Collections.Concurrent;

namespace ReliabilityEngine.Cli.Ingestion.Fetching;

/// <summary>The robots.txt of every site that was asked, for a day.</summary>
sealed class RobotsCache(Func<Uri, CancellationToken, Task<RobotsRules>> load, TimeProvider time)
{
    /// <summary>A site may have names without number, and each of them half a megabyte of rules.</summary>
    public const int MostSites = 500;

    static readonly TimeSpan Keep = TimeSpan.FromHours(24);

    readonly ConcurrentDictionary<string, (RobotsRules Rules, DateTimeOffset Until)> _known = new(StringComparer.OrdinalIgnoreCase);

    public int Count => _known.Count;

    public async Task<RobotsRules> For(Uri address, CancellationToken cancellation)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        if (_known.TryGetValue(site, out var known) && known.Until > time.GetUtcNow())
            return known.Rules;
        var rules = await load(new(new Uri(site), "/robots.txt"), cancellation);
        _known[site] = (rules, time.GetUtcNow() + Keep);
        if (_known.Count > MostSites)
            ForgetOldest();
        return rules;
    }

    void ForgetOldest()
    {
        foreach (var (site, _) in _known.OrderBy(known => known.Value.Until).Take(_known.Count - MostSites + (MostSites / 10)))
            _known.TryRemove(site, out _);
    }
}
