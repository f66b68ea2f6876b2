using ReliabilityEngine.Cli.Ingestion.Pages;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>A page of HTML with one article in it.</summary>
static class HtmlReader
{
    /// <param name="charset">The encoding that came with the page from outside, as in an HTTP header.</param>
    /// <param name="address">Where the page was fetched, if it was.</param>
    public static Reading Read(string name, ReadOnlyMemory<byte> bytes, string? charset = null, Uri? address = null)
    {
        var html = PageText.Decode(bytes.Span, charset);
        if (html.Contains('\0'))
            return new BadInput(name, "binary data, expected HTML");
        if (PageParser.Parse(html) is not { } page)
            return new BadInput(name, $"elements more than {PageParser.DeepestNesting} deep in one another, expected a page that was made to be read");
        var shown = PageArticle.Of(page, address);
        if (shown.Text.Length == 0)
            return new BadInput(name, "no article text in the page");
        return new ReadArticle(name, ArticleOf(shown, address), TextWasExtracted: true)
        {
            DateIsUnreadable = shown.Metadata.Published is { Length: > 0 } date && Dates.Parse(date) is null,
        };
    }

    static Article ArticleOf(PageArticle page, Uri? address)
    {
        var metadata = page.Metadata;
        var url = Uri.IsWellFormedUriString(metadata.Url, UriKind.Absolute) ? metadata.Url : address?.AbsoluteUri ?? metadata.Url;
        return new()
        {
            Id = Article.ContentId(metadata.Outlet, metadata.Title, page.Text),
            Outlet = Outlets.NameFor(metadata.Outlet, url),
            Title = metadata.Title,
            Byline = metadata.Author,
            Url = url,
            Published = Dates.Parse(metadata.Published),
            Text = page.Text,
            Links = page.Links,
            IsPartial = page.IsPartial,
        };
    }
}
