using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
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
            if (answer.IsUnchanged || (feed is not null && await Take(address, feed, store, stop)))
                store.Advance(options.Address, answer.Validators.EntityTag, answer.Validators.LastModified);
            return Longest(usual, feed?.Interval ?? answer.MaxAge);
        }
        catch (Exception trouble) when (trouble is FetchTrouble or InvalidDataException)
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
    async Task<bool> Take(Uri address, Feed feed, FeedStore store, CancellationToken stop)
    {
        var versions = feed.Items.DistinctBy(item => item.Id).ToDictionary(item => item.Id, VersionOf);
        var unknown = store.Unknown(address.OriginalString, versions);
        var pages = new FeedPages(fetcher, (read, cancellation) => work.Run(0, read, cancellation));
        var isWhole = true;
        foreach (var item in feed.Items.DistinctBy(item => item.Id).Reverse().Where(item => unknown.Contains(item.Id)))
        {
            using var trace = Telemetry.Activities.StartActivity("article");
            var reading = await pages.Read(address, feed, item, stop);
            if (reading is ReadArticle read)
                await Enqueue(address, item, versions[item.Id], read.Article, stop);
            else
                isWhole = false;
            if (reading is BadInput bad)
                LogBad(Terminal.SafeLine(bad.Place), Terminal.SafeLine(bad.Reason));
        }

        return isWhole;
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Place}: {Reason}; asked for again at the next reading")]
    partial void LogBad(string place, string reason);
}
