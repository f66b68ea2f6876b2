using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>A page of HTML with one article in it.</summary>
static class HtmlReader
{
    public static Reading Read(string name, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.Contains((byte)0) && !HasWideMark(bytes.Span))
            return new BadInput(name, "binary data, expected HTML");
        var page = new HtmlParser().ParseDocument(new MemoryStream(bytes.ToArray()));
        var metadata = PageMetadata.Of(page);
        var main = MainText.Find(page, metadata.Title);
        if (main.Text.Length == 0)
            return new BadInput(name, "no article text in the page");
        return new ReadArticle(name, ArticleOf(page, metadata, main), TextWasExtracted: true)
        {
            DateIsUnreadable = metadata.Published is { Length: > 0 } date && Dates.Parse(date) is null,
        };
    }

    static Article ArticleOf(IDocument page, PageMetadata metadata, MainText main) => new()
    {
        Id = Article.ContentId(metadata.Outlet, metadata.Title, main.Text),
        Outlet = Outlets.NameFor(metadata.Outlet, metadata.Url),
        Title = metadata.Title,
        Byline = metadata.Author,
        Url = metadata.Url,
        Published = Dates.Parse(metadata.Published),
        Text = main.Text,
        Links = OutboundLinks(main.Element, metadata.Url),
    };

    static ImmutableArray<string> OutboundLinks(IElement? element, string? pageUrl)
    {
        var host = Uri.TryCreate(pageUrl, UriKind.Absolute, out var page) ? page.Host : "";
        return [.. (element?.QuerySelectorAll("a[href]") ?? Enumerable.Empty<IElement>())
            .Select(anchor => anchor.GetAttribute("href")!)
            .Where(href => Uri.TryCreate(href, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" && link.Host != host)
            .Distinct()];
    }

    static bool HasWideMark(ReadOnlySpan<byte> bytes) => bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..];
}
