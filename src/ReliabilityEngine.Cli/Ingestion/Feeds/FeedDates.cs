using System.Collections.Frozen;

namespace ReliabilityEngine.Cli.Ingestion.Feeds;

/// <summary>Dates as feeds write them: ISO 8601, or RFC 822 with the zones that it names.</summary>
static class FeedDates
{
    static readonly FrozenDictionary<string, string> Zones = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = "+0000",
        ["UTC"] = "+0000",
        ["Z"] = "+0000",
        ["EST"] = "-0500",
        ["EDT"] = "-0400",
        ["CST"] = "-0600",
        ["CDT"] = "-0500",
        ["MST"] = "-0700",
        ["MDT"] = "-0600",
        ["PST"] = "-0800",
        ["PDT"] = "-0700",
        ["BST"] = "+0100",
        ["CET"] = "+0100",
        ["CEST"] = "+0200",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null)
            return null;
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is [.., var zone] && Zones.TryGetValue(zone, out var offset))
            words[^1] = offset;
        // The day of the week may be missing, and is sometimes wrong: it is of no use.
        if (words is [[.., ','], .. var date])
            words = date;
        return Dates.Parse(string.Join(' ', words)) ?? (words.Length >= 4 && char.IsAsciiDigit(words[0][0]) ? Dates.ParseLoosely(string.Join(' ', words)) : null);
    }
}
