using System.Globalization;
using System.Xml.Linq;

namespace ReliabilityEngine.Cli.Ingestion.Feeds;

/// <summary>How often a feed asks to be read, by the syndication module that RSS and Atom share.</summary>
static class SyndicationInterval
{
    const string Syndication = "http://purl.org/rss/1.0/modules/syndication/";

    public static TimeSpan? Of(XElement feed)
    {
        TimeSpan? period = feed.Child("updatePeriod", Syndication).Text()?.ToLowerInvariant() switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            _ => null,
        };
        var times = int.TryParse(feed.Child("updateFrequency", Syndication).Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var frequency) ? Math.Max(frequency, 1) : 1;
        return period / times;
    }
}
