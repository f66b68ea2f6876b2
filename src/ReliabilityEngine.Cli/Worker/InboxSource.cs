using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>
/// Takes complete files from the inbox into the queue and moves them out of the way. A file stays until the last of its articles stands in the
/// queue; how far it was taken stands there too, in one transaction with the articles, so that the process may end at any moment.
/// </summary>
/// <param name="openStore">A store with a connection of its own.</param>
sealed partial class InboxSource(
    Inbox inbox, BoundedWork work, ArticleQueue queue, Func<InboxStore> openStore, EngineOptions options, TimeProvider time, ILogger<InboxSource> log, IHostApplicationLifetime lifetime)
    : BackgroundService
{
    static readonly TimeSpan WhenQueueIsFull = TimeSpan.FromMilliseconds(200);

    /// <summary>What ended the loop, where nobody asked it to end.</summary>
    public Exception? Failure { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            LogWatching(options.Inbox.Folder);
            var store = openStore();
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Inbox.PollSeconds), time);
            do
            {
                foreach (var file in inbox.Complete())
                    await Take(file, store, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
        catch (Exception failure)
        {
            Failure = failure;
            lifetime.StopApplication();
        }
    }

    async Task Take(string path, InboxStore store, CancellationToken stop)
    {
        if (Inbox.IsNoFile(path))
        {
            Refuse(path);
            return;
        }

        var seen = store.Find(path);
        using var file = InboxFile.Open(path, options, work);
        if (file is null)
            return;
        var (read, articles, bad) = (0L, 0, new List<string>());
        var before = seen?.TakenOf(file.Version) ?? 0;
        while (!file.IsRead)
        {
            var handful = await file.Next(stop);
            foreach (var trouble in handful.OfType<BadInput>())
                Note(trouble, bad);
            articles += handful.OfType<ReadArticle>().Count();
            var untaken = handful.Skip((int)Math.Clamp(before - read, 0, handful.Count)).OfType<ReadArticle>().ToList();
            read += handful.Count;
            if (untaken.Count == 0)
                continue;
            var next = new FileProgress(file.Version, read, MovedAt: null);
            if (!await Enqueue(path, untaken, seen, next, stop))
                return;
            seen = next;
        }

        PutAway(path, file, store, articles, bad);
    }

    /// <summary>Waits while the queue is full; false where another worker takes the file.</summary>
    async Task<bool> Enqueue(string path, List<ReadArticle> articles, FileProgress? seen, FileProgress next, CancellationToken stop)
    {
        Admission admission;
        while ((admission = queue.Add([.. articles.Select(ArrivalOf)], transaction => InboxStore.Advance(transaction, path, seen, next))) == Admission.Full)
            await Task.Delay(WhenQueueIsFull, time, stop);
        if (admission == Admission.Withdrawn)
            return false;
        Telemetry.Accepted.Add(articles.Count, new KeyValuePair<string, object?>("source", "inbox"));
        return true;
    }

    static Arrival ArrivalOf(ReadArticle read) => new(read.Place, read.Article) { Labels = read.Labels, Trace = read.Trace };

    void Note(BadInput trouble, List<string> bad)
    {
        LogBad(Terminal.SafeLine(trouble.Place), Terminal.SafeLine(trouble.Reason));
        bad.Add(trouble.ToString());
    }

    void Refuse(string path)
    {
        const string Reason = "a link or a pipe, expected a file";
        if (inbox.MoveToBad(path, [$"{path}: {Reason}"]))
            LogBad(Terminal.SafeLine(path), Reason);
    }

    void PutAway(string path, InboxFile file, InboxStore store, int articles, List<string> bad)
    {
        // What was put in its place meanwhile is a delivery of its own.
        if (!file.IsStillThere)
            return;
        if (articles > 0 && bad.Count > 0)
            inbox.NoteBad(path, bad);
        if (articles > 0 ? inbox.MoveToDone(path) : inbox.MoveToBad(path, bad))
            store.NoteMoved(path);
        else
            LogGone(Terminal.SafeLine(path), articles);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "watching {Folder}")]
    partial void LogWatching(string folder);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "stopped; what was not taken waits in the inbox")]
    partial void LogStopped();

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "set aside {Place}: {Reason}")]
    partial void LogBad(string place, string reason);

    [LoggerMessage(EventId = 6, Level = LogLevel.Warning, Message = "{File} was taken away while it was read; {Articles} articles of it are taken")]
    partial void LogGone(string file, int articles);
}
