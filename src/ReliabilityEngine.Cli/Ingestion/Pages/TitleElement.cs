using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>Where a page shows its article's title.</summary>
static class TitleElement
{
    const string Headings = "h1, [role=heading], [itemprop=headline], h2, h3, b, font, strong";

    /// <summary>The heading that reads like the title, else the only heading of the first rank.</summary>
    public static IElement? Find(IDocument page, string? title)
    {
        var folded = Folded(title);
        return Shown(page, folded) ?? (page.QuerySelectorAll("h1") is [var only] ? only : null);
    }

    public static bool Shows(IDocument page, string title) => Shown(page, Folded(title)) is not null;

    static IElement? Shown(IDocument page, string folded) =>
        folded.Length == 0 ? null : page.QuerySelectorAll(Headings).FirstOrDefault(heading => Folded(heading.TextContent) == folded);

    /// <summary>Letters and digits alone: quotation marks and dashes differ between a page and its metadata.</summary>
    public static string Folded(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
