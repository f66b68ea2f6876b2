using System.Xml.Linq;

namespace ReliabilityEngine.Cli.Ingestion.Feeds;

/// <summary>Sitemaps with the news extension, which name articles of the last two days; and plain ones, by what they have.</summary>
static class NewsSitemap
{
    const string News = "http://www.google.com/schemas/sitemap-news/0.9";

    public static Feed Read(XElement root) => Feed.Of(null, null, root.Children("url").Select(Item).OfType<FeedItem>());

    public static Feed ReadIndex(XElement root) =>
        new(null, null, [], [.. root.Children("sitemap").Select(sitemap => sitemap.Child("loc").Text()).OfType<string>()]);

    static FeedItem? Item(XElement url)
    {
        if (url.Child("loc").Text() is not { } address)
            return null;
        var news = url.Child("news", News);
        return new(address, address, news?.Child("title").Text(), null, news?.Child("publication_date").Text(), url.Child("lastmod").Text(), null)
        {
            Outlet = news?.Child("publication")?.Child("name").Text(),
        };
    }
}
