using System.Collections.Immutable;
using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>The article that a page of HTML shows.</summary>
/// <param name="Text">Paragraphs, parted by empty lines.</param>
/// <param name="Links">Absolute addresses outside the page's own site.</param>
/// <param name="IsPartial">The page shows only the beginning.</param>
sealed record PageArticle(PageMetadata Metadata, string Text, ImmutableArray<string> Links, bool IsPartial)
{
    /// <summary>How much more JSON-LD has to hold before it is taken instead of what the page shows.</summary>
    const double MuchMore = 2;

    /// <summary>A page that shows more than this shows its article.</summary>
    const int FewWords = 100;

    /// <param name="address">Where the page was fetched, if it was.</param>
    public static PageArticle Of(IDocument page, Uri? address = null)
    {
        var metadata = PageMetadata.Of(page);
        var blocks = MainText.Find(page, metadata);
        var text = string.Join("\n\n", blocks.Select(block => block.Text));
        if (HiddenText(page, metadata, text) is { } body && Words(body) is > 40 and var words && words > MuchMore * Words(text))
            return new(metadata, body, [], IsPartial: metadata.IsRestricted && body is [.., '…'] or [.., '.', '.', '.']);
        var all = page.Body is { } root ? BlockWalk.Of(root, Clutter.IsUnseen) : [];
        return new(metadata, text, [.. Outbound(blocks, Base(page, metadata, address))], Cut.IsPartial(blocks, all, metadata));
    }

    static Uri? Base(IDocument page, PageMetadata metadata, Uri? address) =>
        address ?? (Uri.TryCreate(metadata.Url, UriKind.Absolute, out var canonical) ? canonical
            : Uri.TryCreate(page.QuerySelector("base[href]")?.GetAttribute("href"), UriKind.Absolute, out var stated) ? stated : null);

    static IEnumerable<string> Outbound(IEnumerable<Block> blocks, Uri? page) => blocks
        .SelectMany(block => block.Links)
        .Select(link => page is null ? Absolute(link) : Uri.TryCreate(page, link, out var resolved) ? resolved : null)
        .OfType<Uri>()
        .Where(link => link.Scheme is "http" or "https" && !IsSameSite(link.Host, page?.Host))
        .Select(link => link.AbsoluteUri)
        .Distinct();

    static Uri? Absolute(string link) => Uri.TryCreate(link, UriKind.Absolute, out var address) ? address : null;

    static bool IsSameSite(string host, string? own) => own is not null && Bare(host).Equals(Bare(own), StringComparison.OrdinalIgnoreCase);

    static string Bare(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

    static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>The text as the page carries it for search engines, or for its own script to show.</summary>
    static string? HiddenText(IDocument page, PageMetadata metadata, string shown) =>
        metadata.Body is { } body ? EmbeddedText.Of(body)
            : Words(shown) < FewWords ? ScriptData.LongestText(page, metadata.Title) : null;
}
