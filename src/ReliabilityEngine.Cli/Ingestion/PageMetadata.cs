using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>What a page says of its article outside the text: JSON-LD first, then Open Graph, then plain meta elements.</summary>
sealed record PageMetadata(string? Title, string? Author, string? Published, string? Outlet, string? Url)
{
    public static PageMetadata Of(IDocument page)
    {
        var linked = LinkedData.Of(page);
        return new(
            Clean(linked.Headline ?? Meta(page, "og:title", "twitter:title") ?? page.QuerySelector("h1")?.TextContent ?? page.Title),
            Clean(linked.Author ?? Meta(page, "author", "article:author", "byl", "parsely-author", "dc.creator") ?? page.QuerySelector("[rel=author], [itemprop=author]")?.TextContent),
            Clean(linked.Published ?? Meta(page, "article:published_time", "date", "pubdate", "parsely-pub-date", "dc.date")
                ?? page.QuerySelector("time[datetime]")?.GetAttribute("datetime")),
            Clean(linked.Publisher ?? Meta(page, "og:site_name", "application-name", "publisher")),
            Clean(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Meta(page, "og:url") ?? linked.Url));
    }

    static string? Meta(IDocument page, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var element = page.QuerySelectorAll("meta[content]").FirstOrDefault(meta => IsNamed(meta, name));
            // Some sites give the address of the author's page here.
            if (element?.GetAttribute("content") is { Length: > 0 } content && (name == "og:url" || !content.StartsWith("http", StringComparison.Ordinal)))
                return content;
        }

        return null;
    }

    static bool IsNamed(IElement meta, string name) =>
        name.Equals(meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop"), StringComparison.OrdinalIgnoreCase);

    static string? Clean(string? value)
    {
        var words = value?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return words.Length == 0 ? null : string.Join(' ', words);
    }
}
