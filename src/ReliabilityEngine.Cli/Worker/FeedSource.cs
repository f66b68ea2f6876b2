using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Ingestion.Feeds;
using ReliabilityEngine.Cli.Ingestion.Fetching;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>
/// Reads the configured feeds, each at its own pace. An item counts as taken when its article stands in the queue, in one transaction;
/// the feed's validators are kept only when all that it announced was taken, so that what is left is offered again.
/// </summary>
sealed partial class FeedSource(
    IReadOnlyList<FeedOptions> feeds, Fetcher fetcher, BoundedWork work, ArticleQueue queue, Func<FeedStore> openStore, TimeProvider time, ILogger<FeedSource> log) : BackgroundService
{
    /// <summary>So often a page that may come is waited for before a summary of it is taken.</summary>
    const int TriesForTheWhole = 3;

    static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(1);
    static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);
    static readonly TimeSpan WhenQueueIsFull = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(feeds.Select(feed => Watch(feed, stoppingToken)));

    async Task Watch(FeedOptions feed, CancellationToken stop)
    {
        var store = openStore();
        var jitter = new Random(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(feed.Address))));
        try
        {
            while (true)
            {
                var pause = await ReadOnce(feed, store, stop);
                await Task.Delay(pause * (1 + jitter.NextDouble() / 10), time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was not taken is offered again.
        }
    }

    /// <summary>How long to wait before the next reading.</summary>
    public async Task<TimeSpan> ReadOnce(FeedOptions options, FeedStore store, CancellationToken stop)
    {
        var usual = TimeSpan.FromMinutes(options.Minutes);
        var position = store.Find(options.Address);
        try
        {
            var address = new Uri(options.Address);
            var (answer, feed) = await new FeedPages(fetcher).Open(address, new(position.EntityTag, position.LastModified), stop);
            var pause = Longest(usual, feed?.Interval ?? answer.MaxAge);
            if (answer.IsUnchanged || (feed is not null && await Take(address, feed, pause, store, stop)))
                store.Advance(options.Address, answer.Validators.EntityTag, answer.Validators.LastModified);
            else
                store.NoteRead(options.Address);
            return pause;
        }
        catch (Exception trouble) when (trouble is not (OperationCanceledException or SqliteException or TooMuchLeftException))
        {
            store.NoteFailure(options.Address, trouble.Message);
            LogTrouble(options.Address, Terminal.SafeLine(trouble.Message));
            return Longest(usual * Math.Pow(2, Math.Min(position.Failures, 8)), (trouble as FetchTrouble)?.RetryAfter);
        }
    }

    static TimeSpan Longest(TimeSpan usual, TimeSpan? asked)
    {
        var longer = asked > usual ? asked.Value : usual;
        return longer < ShortestPause ? ShortestPause : longer > LongestPause ? LongestPause : longer;
    }

    /// <summary>The oldest first, as feeds begin with the newest; true where nothing is left.</summary>
    async Task<bool> Take(Uri address, Feed feed, TimeSpan pause, FeedStore store, CancellationToken stop)
    {
        var versions = feed.Items.DistinctBy(item => item.Id).ToDictionary(item => item.Id, VersionOf);
        var news = store.News(address.OriginalString, versions);
        var pages = new FeedPages(fetcher, (read, cancellation) => work.Run(0, read, cancellation));
        var isWhole = !news.HasWaiting && feed.Lacks.IsEmpty;
        foreach (var lack in feed.Lacks)
            Note(lack, isLeft: false);
        foreach (var item in feed.Items.DistinctBy(item => item.Id).Reverse().Where(item => news.Due.ContainsKey(item.Id)))
        {
            if (pages.IsSilent(address, item))
            {
                isWhole = false;
                continue;
            }

            using var trace = Telemetry.Activities.StartActivity("article");
            var tries = news.Due[item.Id] + 1;
            var reading = await Read(pages, address, feed, item, mayWait: tries < TriesForTheWhole, stop);
            if (reading is ReadArticle read)
                await Enqueue(address, item, versions[item.Id], read.Article, stop);
            else if (reading is BadInput bad)
                isWhole &= Note(bad, store.NoteBad(address.OriginalString, item.Id, versions[item.Id], tries, bad.Reason, pause));
        }

        return isWhole;
    }

    /// <summary>Whatever is wrong with one item is its own.</summary>
    static async Task<Reading> Read(FeedPages pages, Uri address, Feed feed, FeedItem item, bool mayWait, CancellationToken stop)
    {
        try
        {
            return await pages.Read(address, feed, item, mayWait, stop);
        }
        catch (Exception defect) when (defect is not (OperationCanceledException or TooMuchLeftException))
        {
            return new BadInput($"{address}: {item.Id}", $"the program failed on it: {defect.Message}");
        }
    }

    bool Note(BadInput bad, bool isLeft)
    {
        var (place, reason) = (Terminal.SafeLine(bad.Place), Terminal.SafeLine(bad.Reason));
        if (isLeft)
            LogLeft(place, reason);
        else
            LogBad(place, reason);
        return isLeft;
    }

    async Task Enqueue(Uri address, FeedItem item, string version, Article article, CancellationToken stop)
    {
        var now = Timestamps.Write(time.GetUtcNow());
        while (!queue.TryAdd([new(address.OriginalString, article) { Trace = Activity.Current?.Id }], transaction => FeedStore.MarkTaken(transaction, address.OriginalString, item.Id, version, now)))
            await Task.Delay(WhenQueueIsFull, time, stop);
        Telemetry.Accepted.Add(1, new KeyValuePair<string, object?>("source", "feed"));
    }

    static string VersionOf(FeedItem item) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{item.Title}\n{item.Published}\n{item.Updated}\n{item.Body}")))[..16];

    [LoggerMessage(Level = LogLevel.Warning, Message = "feed {Address}: {Reason}")]
    partial void LogTrouble(string address, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Place}: {Reason}; asked for again later")]
    partial void LogBad(string place, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Place}: {Reason}; not asked for again until the feed changes it")]
    partial void LogLeft(string place, string reason);
}
