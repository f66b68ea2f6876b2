using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>What a page says of its article outside the text: JSON-LD first, then Open Graph, then plain meta elements, then what it shows.</summary>
sealed record PageMetadata(string? Title, string? Author, string? Published, string? Outlet, string? Url)
{
    const int LongestByline = 120;

    static readonly string[] DateWords =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "ago", "updated", "published", "posted", "modified"];

    /// <summary>The publisher says that not everybody may read the whole.</summary>
    public bool IsRestricted { get; init; }

    public int? WordCount { get; init; }

    /// <summary>The text as JSON-LD carries it.</summary>
    public string? Body { get; init; }

    public static PageMetadata Of(IDocument page)
    {
        var linked = LinkedData.Of(page);
        var meta = new MetaElements(page);
        var outlet = Clean(linked.Publisher ?? meta["og:site_name", "application-name", "publisher", "dc.publisher"]);
        var author = Clean(linked.Author ?? meta["author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author"])
            ?? ShownByline(page);
        return new(
            Clean(linked.Headline ?? meta["og:title", "twitter:title", "parsely-title", "dc.title"]) ?? PageTitle.Of(page),
            WithoutBy(author) is { } name && !name.Equals(outlet, StringComparison.OrdinalIgnoreCase) ? name : null,
            Clean(linked.Published ?? meta["article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publish-date", "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created"]
                ?? page.QuerySelector("[itemprop=datePublished]")?.GetAttribute("content")
                ?? page.QuerySelector("[itemprop=datePublished], time[datetime]")?.GetAttribute("datetime")),
            outlet,
            Clean(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? meta.Address("og:url") ?? linked.Url))
        {
            IsRestricted = linked.IsRestricted || meta["article:content_tier"] is "metered" or "locked",
            WordCount = linked.WordCount,
            Body = linked.Body,
        };
    }

    /// <summary>The text says what the metadata say: title, byline or date.</summary>
    public bool Repeats(string text)
    {
        if (Title is not null && TitleElement.Folded(text) == TitleElement.Folded(Title))
            return true;
        if (text.Length > LongestByline)
            return false;
        return IsByline(text) || IsDate(text);
    }

    bool IsByline(string text)
    {
        var words = WithoutBy(text)!;
        var isMarked = words.Length < text.Length && text.Split(' ').Length <= 10 && text[^1] != '.';
        return isMarked || (Author is not null && words.StartsWith(Author.Split(" and ")[0], StringComparison.OrdinalIgnoreCase) && text[^1] is not ('.' or '”' or '"'));
    }

    static bool IsDate(string text)
    {
        var words = text.Split(' ');
        return words.Length <= 12 && text.Any(char.IsAsciiDigit) && text[^1] is not ('.' or '?' or '!' or '”' or '"')
            && words.Count(word => word.Any(char.IsAsciiDigit) || Array.Exists(DateWords, date => word.StartsWith(date, StringComparison.OrdinalIgnoreCase))) * 2 >= words.Length;
    }

    static string? ShownByline(IDocument page)
    {
        var shown = page.QuerySelector("[rel=author], [itemprop=author] [itemprop=name], [itemprop=author]")
            ?? page.QuerySelectorAll("[class*=byline], [class*=author]").FirstOrDefault(element => Clean(element.TextContent) is { } text && WithoutBy(text) != text);
        return Clean(shown?.TextContent) is { Length: <= LongestByline } byline ? byline : null;
    }

    static string? WithoutBy(string? byline) =>
        byline is not null && byline.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? byline[3..].Trim() : byline;

    static string? Clean(string? value)
    {
        var words = value?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return words.Length == 0 ? null : string.Join(' ', words);
    }
}
