using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Ingestion;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>
/// The hosted loop: takes complete files, scores and stores their articles, moves the files out of the way. A file stays in the inbox until
/// the last of its articles is stored, and scoring one twice stores it once, so that the process may end at any moment.
/// </summary>
sealed partial class InboxWorker(
    Inbox inbox, ScoringDesk desk, EngineOptions options, TimeProvider time, ILogger<InboxWorker> log, IHostApplicationLifetime lifetime) : BackgroundService
{
    /// <summary>What ended the loop, where nobody asked it to end.</summary>
    public Exception? Failure { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            LogWatching(options.Inbox.Folder);
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Inbox.PollSeconds), time);
            do
            {
                foreach (var file in inbox.Complete())
                    await Take(file, stoppingToken);
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

    async Task Take(string file, CancellationToken stop)
    {
        var (stored, bad) = (0, new List<string>());
        var reader = new ArticleReader(options.MaxArticleBytes);
        var readings = reader.Read(InputSource.File(file, InputSource.FormatOf(file)!.Value));
        await foreach (var (reading, judged) in OrderedPipeline.Run(readings, Judge, stop))
        {
            if (judged is null)
            {
                LogBad(Terminal.SafeLine(reading.Place), Terminal.SafeLine(((BadInput)reading).Reason));
                bad.Add(reading.ToString());
                continue;
            }

            Settle(judged);
            stored++;
            stop.ThrowIfCancellationRequested();
        }

        PutAway(file, stored, bad);
    }

    /// <summary>One article's trouble never stops the others; trouble of the database is everybody's.</summary>
    (Reading, Judged?) Judge(Reading reading)
    {
        try
        {
            return (reading, reading is ReadArticle article ? desk.Judge(article) : null);
        }
        catch (Exception defect) when (defect is not SqliteException)
        {
            LogDefect(defect, Terminal.SafeLine(reading.Place));
            return (new BadInput(reading.Place, $"the program failed on it: {defect.Message}"), null);
        }
    }

    void Settle(Judged judged)
    {
        var settled = desk.File(judged);
        var (outlet, id, place) = (Terminal.SafeLine(settled.Article.Outlet), Terminal.SafeLine(settled.Article.Id), Terminal.SafeLine(judged.Read.Place));
        LogScored(outlet, id, settled.Score.Reliability.Score, settled.Score.Bias.Score, settled.Score.InformationCredibility, settled.WasKnown, place);
    }

    void PutAway(string file, int stored, List<string> bad)
    {
        if (stored > 0 && bad.Count > 0)
            inbox.NoteBad(file, bad);
        if (!(stored > 0 ? inbox.MoveToDone(file) : inbox.MoveToBad(file, bad)))
            LogGone(Terminal.SafeLine(file), stored);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "watching {Folder}")]
    partial void LogWatching(string folder);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "stopped; what was not stored waits in the inbox")]
    partial void LogStopped();

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "set aside {Place}: {Reason}")]
    partial void LogBad(string place, string reason);

    [LoggerMessage(EventId = 4, Level = LogLevel.Error, Message = "failed on {Place}")]
    partial void LogDefect(Exception defect, string place);

    [LoggerMessage(EventId = 6, Level = LogLevel.Warning, Message = "{File} was taken away while it was read; {Stored} articles of it are stored")]
    partial void LogGone(string file, int stored);

    [LoggerMessage(EventId = 5, Level = LogLevel.Information,
        Message = "scored {Outlet}/{Id} reliability={Reliability:0.0} bias={Bias:0.0} credibility={Credibility} known={Known} from {Place}")]
    partial void LogScored(string outlet, string id, double? reliability, double? bias, int credibility, bool known, string place);
}
