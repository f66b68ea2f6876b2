using System.Xml.Linq;

namespace ReliabilityEngine.Cli.Ingestion.Feeds;

/// <summary>Atom (RFC 4287).</summary>
static class AtomFeed
{
    public static Feed Read(XElement root) => Feed.Of(root.Child("title").Text(), SyndicationInterval.Of(root), root.Children("entry").Select(entry => Item(entry, root)).OfType<FeedItem>());

    static FeedItem? Item(XElement entry, XElement feed)
    {
        var link = entry.Children("link").FirstOrDefault(link => link.Attribute("rel")?.Value is null or "alternate")?.Attribute("href")?.Value;
        if ((entry.Child("id").Text() ?? link) is not { Length: > 0 } id)
            return null;
        var content = entry.Child("content") is { } whole && whole.Attribute("src") is null ? whole : null;
        var body = content ?? entry.Child("summary");
        return new(
            id, link, Plain(entry.Child("title")), Authors(entry) ?? Authors(feed), entry.Child("published").Text(), entry.Child("updated").Text(), Markup(body))
        {
            BodyIsPlain = body?.Attribute("type")?.Value is null or "text",
            BodyIsWhole = content is not null,
            Outlet = entry.Child("source")?.Child("title").Text(),
        };
    }

    static string? Authors(XElement element)
    {
        var names = element.Children("author").Select(author => author.Child("name").Text()).OfType<string>().ToList();
        return names.Count == 0 ? null : string.Join(" and ", names);
    }

    /// <summary>Of type xhtml the markup is the element's own content, else it is written as text.</summary>
    static string? Markup(XElement? body) => body?.Attribute("type")?.Value == "xhtml"
        ? string.Concat(body.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)))
        : body.Text();

    static string? Plain(XElement? title) =>
        title?.Attribute("type")?.Value is "html" && title.Text() is { } text ? System.Net.WebUtility.HtmlDecode(text) : title.Text();
}
