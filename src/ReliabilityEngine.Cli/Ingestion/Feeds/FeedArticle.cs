using System.Net;
using System.Text;

namespace ReliabilityEngine.Cli.Ingestion.Feeds;

/// <summary>An article out of what its feed carries of it.</summary>
static class FeedArticle
{
    /// <summary>Shorter bodies are summaries, whatever the feed says of them.</summary>
    const int FewestWords = 150;

    /// <summary>The feed alone gives the article; else the page that it links to has to be fetched.</summary>
    public static bool IsWhole(FeedItem item) => item.BodyIsWhole && Words(item) >= FewestWords && !EndsInEllipsis(item.Body!);

    /// <summary>The article with what the feed has: its body may be no more than a summary, which the article then says.</summary>
    /// <param name="place">The feed, for the message.</param>
    public static Reading Read(string place, Feed feed, FeedItem item)
    {
        if (item.Body is not { } body)
            return new BadInput($"{place}: {item.Id}", "no text in the feed, expected content or a summary");
        var plain = item.BodyIsPlain ? WebUtility.HtmlEncode(body).ReplaceLineEndings("\n").Replace("\n\n", "</p><p>", StringComparison.Ordinal) : body;
        var paragraphs = plain.Contains("<p", StringComparison.OrdinalIgnoreCase) && !item.BodyIsPlain ? plain : $"<p>{plain}</p>";
        var page = Encoding.UTF8.GetBytes($"<html><body><article itemprop=\"articleBody\">{paragraphs}</article></body></html>");
        return HtmlReader.Read($"{place}: {item.Id}", page, "utf-8", PageOf(item)) is ReadArticle read
            ? read with { Article = Complete(read.Article, feed, item) }
            : new BadInput($"{place}: {item.Id}", "no article text in the feed's item");
    }

    /// <summary>What the feed says of an article counts where its page is silent.</summary>
    public static Article Complete(Article article, Feed feed, FeedItem item)
    {
        var host = PageOf(item)?.Host;
        var outlet = article.Outlet == Article.UnknownOutlet || article.Outlet == host ? item.Outlet ?? host ?? feed.Title : article.Outlet;
        var title = article.Title ?? item.Title;
        return article with
        {
            Id = Article.ContentId("feed", IdentityOf(feed, item), ""),
            Outlet = outlet ?? Article.UnknownOutlet,
            Title = title,
            Byline = article.Byline ?? item.Author,
            Url = article.Url ?? item.Link,
            Published = article.Published ?? FeedDates.Parse(item.Published) ?? FeedDates.Parse(item.Updated),
            IsPartial = article.IsPartial || (item.Body is { } body && !item.BodyIsWhole && body.Contains(article.Text, StringComparison.Ordinal)),
        };
    }

    /// <summary>On Unix a path such as "/news/1" passes for the address of a file.</summary>
    static Uri? PageOf(FeedItem item) => Uri.TryCreate(item.Link, UriKind.Absolute, out var link) && link.Scheme is ("http" or "https") ? link : null;

    /// <summary>An id such as an address is one of a kind; one such as "17" is so in its feed alone, and another of the same outlet may have it too.</summary>
    static string IdentityOf(Feed feed, FeedItem item) => item.Id.Contains(':', StringComparison.Ordinal) ? item.Id : $"{item.Id}\n{item.Link?.Split('?', '#')[0] ?? feed.Title}";

    static int Words(FeedItem item) => item.Body!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    static bool EndsInEllipsis(string body) => body.TrimEnd().EndsWith('…') || body.TrimEnd().EndsWith("[&#8230;]</p>", StringComparison.Ordinal) || body.TrimEnd().EndsWith("...", StringComparison.Ordinal);
}
