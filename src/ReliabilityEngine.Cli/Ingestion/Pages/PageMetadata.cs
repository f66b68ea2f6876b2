using System.Globalization;
using System.Net;
using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>What a page says of its article outside the text: JSON-LD first, then Open Graph, then plain meta elements, then what it shows.</summary>
sealed record PageMetadata(string? Title, string? Author, string? Published, string? Outlet, string? Url)
{
    const int LongestByline = 120;

    /// <summary>A line that says nothing but a date, in an element that no name gives away.</summary>
    const int LongestDate = 40;

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
        var url = Clean(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? meta.Address("og:url") ?? linked.Url);
        var stated = Clean(linked.Headline ?? meta["og:title", "twitter:title", "parsely-title", "dc.title"]);
        var headline = PageTitle.Of(page, stated, isHeadline: linked.Headline is not null);
        string?[] outlets = [Clean(linked.Publisher), Clean(meta["og:site_name"]), Clean(meta["application-name"]), Clean(meta["publisher", "dc.publisher"])];
        var outlet = OutletName.Choose(outlets, Clean(page.Title) ?? "", headline, url);
        return new(
            PageTitle.WithoutSite(headline, outlet),
            Byline.Clean(linked.Author ?? meta["author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author"], outlet) ?? Byline.Shown(page, outlet),
            PublishedOf(page, linked, meta, url),
            outlet,
            url)
        {
            IsRestricted = linked.IsRestricted || meta["article:content_tier"] is "metered" or "locked",
            WordCount = linked.WordCount,
            Body = linked.Body,
        };
    }

    /// <summary>As the metadata say it, else as the page shows it, else by the address.</summary>
    static string? PublishedOf(IDocument page, LinkedData linked, MetaElements meta, string? url)
    {
        var stated = Clean(linked.Published ?? meta["article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publish-date", "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created"]
            ?? page.QuerySelector("[itemprop=datePublished]")?.GetAttribute("content")
            ?? page.QuerySelector("[itemprop=datePublished], time[datetime]")?.GetAttribute("datetime"));
        if (Dates.Parse(stated) is not null)
            return stated;
        var shown = ShownDate.Find(stated) ?? ShownDates(page).FirstOrDefault(date => date is not null) ?? ShownDate.InAddress(url);
        return shown?.ToString("O", CultureInfo.InvariantCulture) ?? stated;
    }

    static IEnumerable<DateTimeOffset?> ShownDates(IDocument page) => page
        .QuerySelectorAll("[itemprop=datePublished], time, abbr.published, [class*=publish], [class*=date], [class*=Date], [class*=timestamp], [class*=posted], [class*=byline], [class*=time], [id*=date]")
        .Where(element => ShortText.Fits(element, LongestByline) && !element.Ancestors<IElement>().Any(around => NameParts.Of(around).Any(PageWords.Foreign.Contains)))
        .Select(element => ShownDate.Find(element.TextContent) ?? ShownDate.Find(element.GetAttribute("title")))
        .Concat(page.QuerySelectorAll("p, td, font, div, span").Where(element => ShortText.Fits(element, LongestDate)).Select(element => ShownDate.Find(element.TextContent)));

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

    static string? WithoutBy(string? byline) =>
        byline is not null && byline.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? byline[3..].Trim() : byline;

    /// <summary>Some templates escape what was escaped already.</summary>
    static string? Decoded(string? value) => value?.Contains('&', StringComparison.Ordinal) == true ? WebUtility.HtmlDecode(WebUtility.HtmlDecode(value)) : value;

    static string? Clean(string? value)
    {
        var words = Decoded(value)?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return words.Length == 0 ? null : string.Join(' ', words);
    }
}
