using System.Globalization;
using System.Xml.Linq;

namespace ReliabilityEngine.Cli.Ingestion.Feeds;

/// <summary>RSS 2.0 and its elders, RSS 1.0 among them, whose items stand beside the channel.</summary>
static class RssFeed
{
    const string Content = "http://purl.org/rss/1.0/modules/content/";
    const string DublinCore = "http://purl.org/dc/elements/1.1/";
    const string About = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about";

    public static Feed Read(XElement root)
    {
        if (root.Child("channel") is not { } channel)
            throw new InvalidDataException("no channel, expected one in an RSS feed");
        return Feed.Of(channel.Child("title", "").Text() ?? channel.Child("title").Text(), Interval(channel), channel.Children("item").Concat(root.Children("item")).Select(Item).OfType<FeedItem>());
    }

    /// <summary>Null for an item by which nothing can be known again.</summary>
    static FeedItem? Item(XElement item)
    {
        var guid = item.Child("guid");
        var link = item.Child("link", item.Name.NamespaceName).Text() ?? (guid?.Attribute("isPermaLink")?.Value != "false" && IsAddress(guid.Text()) ? guid.Text() : null);
        if ((guid.Text() ?? link ?? item.Attribute(About)?.Value) is not { Length: > 0 } id)
            return null;
        var whole = item.Child("encoded", Content).Text();
        return new(
            id, link, item.Child("title", item.Name.NamespaceName).Text(), item.Child("creator", DublinCore).Text() ?? item.Child("author").Text(),
            item.Child("pubDate").Text() ?? item.Child("date", DublinCore).Text(), item.Child("updated").Text(), whole ?? item.Child("description").Text())
        {
            BodyIsWhole = whole is not null,
            Outlet = item.Child("source", "").Text(),
        };
    }

    /// <summary>Minutes in <c>ttl</c>, or so many times an hour, day or week.</summary>
    static TimeSpan? Interval(XElement channel)
    {
        if (int.TryParse(channel.Child("ttl").Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 10_080)
            return TimeSpan.FromMinutes(minutes);
        return SyndicationInterval.Of(channel);
    }

    static bool IsAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
