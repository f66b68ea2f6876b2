using System.Collections.Concurrent;

namespace ReliabilityEngine.Cli.Ingestion.Fetching;

/// <summary>The robots.txt of every site that was asked, for a day.</summary>
sealed class RobotsCache(Func<Uri, CancellationToken, Task<RobotsRules>> load, TimeProvider time)
{
    static readonly TimeSpan Keep = TimeSpan.FromHours(24);

    readonly ConcurrentDictionary<string, (RobotsRules Rules, DateTimeOffset Until)> _known = new(StringComparer.OrdinalIgnoreCase);

    public async Task<RobotsRules> For(Uri address, CancellationToken cancellation)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        if (_known.TryGetValue(site, out var known) && known.Until > time.GetUtcNow())
            return known.Rules;
        var rules = await load(new(new Uri(site), "/robots.txt"), cancellation);
        _known[site] = (rules, time.GetUtcNow() + Keep);
        return rules;
    }
}
