using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace ReliabilityEngine.Cli.Ingestion.Feeds;

/// <summary>Reads RSS, Atom, JSON Feed and sitemaps, told apart by what they hold, whatever they are called.</summary>
static class FeedReader
{
    /// <param name="charset">The encoding that came with the feed from outside, as in an HTTP header.</param>
    /// <exception cref="InvalidDataException">The bytes are no feed; the message says what they are.</exception>
    public static Feed Read(ReadOnlyMemory<byte> bytes, string? charset = null)
    {
        var first = bytes.Span.IndexOfAnyExcept(" \t\r\n\uFEFF"u8);
        if (first < 0)
            throw new InvalidDataException("empty, expected a feed");
        try
        {
            return bytes.Span[first] == '{' ? JsonFeed.Read(bytes[first..]) : ReadXml(SafeXml.Load(bytes, charset));
        }
        catch (Exception error) when (error is XmlException or JsonException)
        {
            throw new InvalidDataException($"not a feed: {error.Message}", error);
        }
    }

    static Feed ReadXml(XElement root) => root.Name.LocalName switch
    {
        "rss" => RssFeed.Read(root),
        "RDF" => RssFeed.Read(root),
        "feed" => AtomFeed.Read(root),
        "urlset" => NewsSitemap.Read(root),
        "sitemapindex" => NewsSitemap.ReadIndex(root),
        var other => throw new InvalidDataException($"the element <{other}>, expected rss, RDF, feed, urlset or sitemapindex"),
    };
}
