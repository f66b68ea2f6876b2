using ReliabilityEngine.Cli.Ingestion.Fetching;

namespace ReliabilityEngine.Cli.Ingestion.Feeds;

/// <summary>The articles of a feed: from the feed where it carries them whole, else from the pages that it links to.</summary>
sealed class FeedPages(Fetcher fetcher)
{
    /// <summary>A sitemap's index is followed one level down, and no further than so many parts.</summary>
    const int MostParts = 20;

    /// <summary>No feed where it has not changed since the validators.</summary>
    /// <exception cref="InvalidDataException">What stands there is no feed.</exception>
    public async Task<(Fetched Answer, Feed? Feed)> Open(Uri address, Validators validators, CancellationToken cancellation)
    {
        var answer = await fetcher.Get(address, validators, cancellation);
        if (answer.IsUnchanged)
            return (answer, null);
        var feed = FeedReader.Read(answer.Body, answer.Charset);
        foreach (var part in feed.Parts.Take(MostParts))
        {
            if (!Uri.TryCreate(address, part, out var inner))
                continue;
            var piece = await fetcher.Get(inner, default, cancellation);
            feed = feed with { Items = [.. feed.Items, .. FeedReader.Read(piece.Body, piece.Charset).Items] };
        }

        return (answer, feed);
    }

    /// <summary>A page that cannot be had does no harm to an item that brings at least a summary.</summary>
    public async Task<Reading> Read(Uri address, Feed feed, FeedItem item, CancellationToken cancellation)
    {
        var place = address.AbsoluteUri;
        if (FeedArticle.IsWhole(item) || !Uri.TryCreate(address, item.Link, out var link))
            return FeedArticle.Read(place, feed, item);
        try
        {
            var page = await fetcher.Get(link, default, cancellation);
            return HtmlReader.Read(link.AbsoluteUri, page.Body, page.Charset, page.Address) is ReadArticle read
                ? read with { Article = FeedArticle.Complete(read.Article, feed, item) }
                : FeedArticle.Read(place, feed, item);
        }
        catch (FetchTrouble trouble)
        {
            return FeedArticle.Read(place, feed, item) is ReadArticle summary ? summary : new BadInput(link.AbsoluteUri, trouble.Message);
        }
    }
}
