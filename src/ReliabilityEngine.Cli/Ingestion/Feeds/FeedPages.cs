using ReliabilityEngine.Cli.Ingestion.Fetching;

namespace ReliabilityEngine.Cli.Ingestion.Feeds;

/// <summary>The articles of a feed: from the feed where it carries them whole, else from the pages that it links to.</summary>
/// <param name="inTime">Reads what was fetched within the time that an article has; null for as long as it takes.</param>
sealed class FeedPages(Fetcher fetcher, Func<Func<Reading>, CancellationToken, Task<Reading>>? inTime = null)
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
            return await InTime(place, () => FeedArticle.Read(place, feed, item), cancellation);
        var reading = await ReadPage(link, cancellation);
        return reading is ReadArticle read
            ? read with { Article = FeedArticle.Complete(read.Article, feed, item) }
            : await InTime(place, () => FeedArticle.Read(place, feed, item), cancellation) is ReadArticle summary ? summary : reading;
    }

    async Task<Reading> ReadPage(Uri link, CancellationToken cancellation)
    {
        try
        {
            var page = await fetcher.Get(link, default, cancellation);
            return await InTime(link.AbsoluteUri, () => HtmlReader.Read(link.AbsoluteUri, page.Body, page.Charset, page.Address), cancellation);
        }
        catch (FetchTrouble trouble)
        {
            return new BadInput(link.AbsoluteUri, trouble.Message);
        }
    }

    async Task<Reading> InTime(string place, Func<Reading> read, CancellationToken cancellation)
    {
        using var stage = Telemetry.Begin("read");
        try
        {
            return inTime is null ? read() : await inTime(read, cancellation);
        }
        catch (TimeoutException)
        {
            return new BadInput(place, "reading it took longer than an article may take");
        }
    }
}
