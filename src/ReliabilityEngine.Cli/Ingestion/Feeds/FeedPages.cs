using ReliabilityEngine.Cli.Ingestion.Fetching;

namespace ReliabilityEngine.Cli.Ingestion.Feeds;

/// <summary>The articles of a feed: from the feed where it carries them whole, else from the pages that it links to.</summary>
/// <param name="inTime">Reads what was fetched within the time that an article has; null for as long as it takes.</param>
sealed class FeedPages(Fetcher fetcher, Func<Func<Reading>, CancellationToken, Task<Reading>>? inTime = null)
{
    /// <summary>A sitemap's index is followed one level down, and no further than so many parts.</summary>
    const int MostParts = 20;

    /// <summary>After so many pages that a site gave no answer for, one after the other, it is left alone.</summary>
    const int MostSilent = 2;

    readonly Dictionary<string, int> _silent = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>No feed where it has not changed since the validators. Of an index of sitemaps, one that cannot be had takes none of the others with it.</summary>
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
            try
            {
                var piece = await fetcher.Get(inner, default, cancellation);
                feed = feed with { Items = [.. feed.Items, .. FeedReader.Read(piece.Body, piece.Charset).Items] };
            }
            catch (Exception trouble) when (trouble is FetchTrouble or InvalidDataException)
            {
                feed = feed with { Lacks = [.. feed.Lacks, new(inner.AbsoluteUri, trouble.Message)] };
            }
        }

        return (answer, feed);
    }

    /// <summary>A page that cannot be had does no harm to an item that brings at least a summary.</summary>
    /// <param name="mayWait">The item is asked for again: a page that may come later is not given up for its summary.</param>
    public async Task<Reading> Read(Uri address, Feed feed, FeedItem item, bool mayWait, CancellationToken cancellation)
    {
        var place = address.AbsoluteUri;
        if (Uri.TryCreate(address, item.Link, out var link))
            item = item with { Link = link.AbsoluteUri };
        if (FeedArticle.IsWhole(item) || link is null)
            return await InTime(place, () => FeedArticle.Read(place, feed, item), cancellation);
        var (reading, mayCome) = await ReadPage(link, cancellation);
        if (mayCome && mayWait)
            return reading;
        return reading is ReadArticle read
            ? read with { Article = FeedArticle.Complete(read.Article, feed, item) }
            : await InTime(place, () => FeedArticle.Read(place, feed, item), cancellation) is ReadArticle summary ? summary : reading;
    }

    /// <summary>The page of an item stands on a site that gives no answer: a feed may link to hundreds of them, and each takes long to be given up.</summary>
    public bool IsSilent(Uri address, FeedItem item) =>
        !FeedArticle.IsWhole(item) && Uri.TryCreate(address, item.Link, out var link) && _silent.GetValueOrDefault(link.Authority) >= MostSilent;

    async Task<(Reading Reading, bool MayCome)> ReadPage(Uri link, CancellationToken cancellation)
    {
        try
        {
            var page = await fetcher.Get(link, default, cancellation);
            _silent.Remove(link.Authority);
            return (await InTime(link.AbsoluteUri, () => HtmlReader.Read(link.AbsoluteUri, page.Body, page.Charset, page.Address), cancellation), MayCome: false);
        }
        catch (FetchTrouble trouble)
        {
            if (trouble is { MayPass: true, Status: null })
                _silent[link.Authority] = _silent.GetValueOrDefault(link.Authority) + 1;
            return (new BadInput(link.AbsoluteUri, trouble.Message), trouble.MayPass);
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
