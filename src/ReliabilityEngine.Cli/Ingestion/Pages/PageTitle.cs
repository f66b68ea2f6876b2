using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>The title of pages without metadata: from the first heading, or from the <c>title</c> element, which names the outlet too.</summary>
static class PageTitle
{
    const int ShortestSite = 3;

    static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", ": "];

    /// <summary>What stands above the article, where that tells more than what is said to search engines and social networks.</summary>
    /// <param name="isHeadline">The stated title is the editors' own, not one for social networks.</param>
    public static string? Of(IDocument page, string? stated, bool isHeadline)
    {
        if (stated is null)
            return Of(page);
        if (Heading(page) is not { } heading)
            return stated;
        var (shown, said) = (TitleElement.Folded(heading), TitleElement.Folded(stated));
        var isCut = stated.EndsWith('…') || stated.EndsWith("...", StringComparison.Ordinal);
        return shown == said || (isHeadline && !isCut && !said.StartsWith(shown, StringComparison.Ordinal)) || !IsAlike(heading, stated) ? stated : heading;
    }

    /// <summary>"Fire in Castle City | The Ledger", where the outlet is The Ledger.</summary>
    public static string? WithoutSite(string? title, string? outlet)
    {
        if (title is null || outlet is null)
            return title;
        foreach (var separator in Separators.SkipLast(1))
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && IsSite(title[(at + separator.Length)..], outlet))
                return WithoutSite(title[..at].TrimEnd(), outlet);
        }

        return title;
    }

    static bool IsSite(string end, string outlet)
    {
        var (tail, site) = (TitleElement.Folded(end), TitleElement.Folded(outlet));
        return tail.Length >= ShortestSite && (tail == site || site.EndsWith(tail, StringComparison.Ordinal) || tail.StartsWith(site, StringComparison.Ordinal));
    }

    static string? Heading(IDocument page) =>
        page.QuerySelectorAll("h1") is [var only] && !IsNameplate(only) && Plain(only.TextContent) is { Length: > 0 } heading && heading.Count(' ') >= 2 ? heading : null;

    /// <summary>The site's own name, which leads to its front page.</summary>
    static bool IsNameplate(IElement heading) =>
        (heading.QuerySelector("a[href]") ?? heading.Closest("a[href]"))?.GetAttribute("href") is { } link
        && (link is "/" or "./" || (Uri.TryCreate(link, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", AbsolutePath: "/" }));

    /// <summary>Both speak of the same: half of the longer words of the shorter one.</summary>
    static bool IsAlike(string heading, string stated)
    {
        var (shown, said) = (LongWords(heading), LongWords(stated));
        return shown.Count > 0 && said.Count > 0 && shown.Intersect(said).Count() * 2 >= Math.Min(shown.Count, said.Count);
    }

    static HashSet<string> LongWords(string text) => [.. text.Split(' ').Select(TitleElement.Folded).Where(word => word.Length >= ShortestSite)];

    static string? Of(IDocument page)
    {
        if (page.QuerySelectorAll("h1") is [var only] && !IsNameplate(only) && Plain(only.TextContent) is { Length: > 0 } heading)
            return heading;
        var title = Plain(page.Title);
        return title.Length == 0 ? null : Parts(title).Where(part => TitleElement.Shows(page, part)).MaxBy(part => part.Length) ?? Longest(title);
    }

    /// <summary>The whole, then what is left when the ends are taken off.</summary>
    static IEnumerable<string> Parts(string title)
    {
        yield return title;
        foreach (var separator in Separators)
        {
            for (var at = title.IndexOf(separator, StringComparison.Ordinal); at >= 0; at = title.IndexOf(separator, at + 1, StringComparison.Ordinal))
            {
                yield return title[..at];
                yield return title[(at + separator.Length)..];
            }
        }
    }

    static string Longest(string title) => Separators.SkipLast(1).SelectMany(separator => title.Split(separator)).Where(part => part.Length < title.Length).DefaultIfEmpty(title).MaxBy(part => part.Length)!;

    static string Plain(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
