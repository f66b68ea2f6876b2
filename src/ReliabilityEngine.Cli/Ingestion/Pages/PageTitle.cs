using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>The title of pages without metadata: from the first heading, or from the <c>title</c> element, which names the outlet too.</summary>
static class PageTitle
{
    static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", ": "];

    public static string? Of(IDocument page)
    {
        if (page.QuerySelectorAll("h1") is [var only] && Plain(only.TextContent) is { Length: > 0 } heading)
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
