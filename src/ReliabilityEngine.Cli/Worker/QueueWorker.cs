using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>
/// Scores and stores what waits in the queue. An article leaves the queue after it is stored: should the process end between the two,
/// it is scored again, and stored once.
/// </summary>
/// <param name="judge">Scores an article, on any thread; what it gives stores the result, on the worker's.</param>
sealed partial class QueueWorker(
    ArticleQueue queue, Func<QueuedArticle, Action> judge, QueueOptions options, TimeProvider time, ILogger<QueueWorker> log, IHostApplicationLifetime lifetime) : BackgroundService
{
    static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);
    static readonly int Batch = Environment.ProcessorCount * 2;

    readonly BoundedWork _work = BoundedWork.Within(options, time);

    /// <summary>What ended the loop, where nobody asked it to end.</summary>
    public Exception? Failure { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (queue.SetAsideFatal() is > 0 and var fatal)
                    LogFatal(fatal);
                var taken = queue.Take(Batch);
                if (taken.Count > 0)
                    await Work(taken, stoppingToken);
                else
                    await Task.Delay(Poll, time, stoppingToken);
            }
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

    public override void Dispose()
    {
        _work.Dispose();
        base.Dispose();
    }

    async Task Work(IReadOnlyList<QueuedArticle> taken, CancellationToken stop)
    {
        using var through = new CancellationTokenSource();
        var keeping = Keep(taken, through.Token);
        try
        {
            await SettleAll(taken, stop);
        }
        finally
        {
            await through.CancelAsync();
            await keeping;
        }
    }

    async Task SettleAll(IReadOnlyList<QueuedArticle> taken, CancellationToken stop)
    {
        var judging = taken.Select(article => _work.Run(article.Article.Text.Length, () => Judge(article), stop)).ToList();
        for (var i = 0; i < taken.Count; i++)
        {
            try
            {
                await Settle(taken[i], judging[i], stop);
            }
            catch (Exception error) when (error is SqliteException or TooMuchLeftException || stop.IsCancellationRequested)
            {
                // The database's trouble, and being stopped, are no fault of the articles.
                GiveBack(taken.Skip(i));
                throw;
            }
        }
    }

    /// <summary>Large articles wait for one another: the last of many is begun long after it was taken, and nobody else is to have it before.</summary>
    async Task Keep(IReadOnlyList<QueuedArticle> taken, CancellationToken through)
    {
        using var timer = new PeriodicTimer(queue.LeaseTime / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(through))
                queue.Keep(taken);
        }
        catch (Exception error) when (error is OperationCanceledException or SqliteException)
        {
            // Who stores next says what is wrong with the database; a lease that ends means that work is done twice, and stored once.
        }
    }

    async Task Settle(QueuedArticle article, Task<Action> judging, CancellationToken stop)
    {
        Action store;
        try
        {
            store = await judging;
        }
        catch (TimeoutException)
        {
            Fail(article, $"took more than {options.SecondsPerArticle} s");
            return;
        }
        catch (WorkTooLargeException large)
        {
            Fail(article, large.Message);
            return;
        }
        catch (Exception defect) when (defect is not (SqliteException or OperationCanceledException or TooMuchLeftException))
        {
            Fail(article, $"the program failed on it: {defect.Message}");
            return;
        }

        using (Telemetry.Begin("store", article.Trace))
        {
            store();
            queue.Remove(article.Key);
        }

        Count("scored");
    }

    Action Judge(QueuedArticle article)
    {
        using var span = Telemetry.Activities.StartActivity("try", ActivityKind.Consumer, article.Trace)?.SetTag("number", article.Tries);
        return judge(article);
    }

    void Fail(QueuedArticle article, string reason)
    {
        var isSetAside = queue.Fail(article, reason);
        Count(isSetAside ? "quarantined" : "failed");
        var (outlet, id, why) = (Terminal.SafeLine(article.Article.Outlet), Terminal.SafeLine(article.Article.Id), Terminal.SafeLine(reason));
        LogFailed(outlet, id, article.Tries, isSetAside, why);
    }

    void GiveBack(IEnumerable<QueuedArticle> articles)
    {
        try
        {
            queue.Return(articles);
        }
        catch (SqliteException)
        {
            // Their lease ends by itself.
        }
    }

    static void Count(string outcome) => Telemetry.Articles.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    [LoggerMessage(Level = LogLevel.Warning, Message = "failed on {Outlet}/{Id}, try {Tries}, quarantined={SetAside}: {Reason}")]
    partial void LogFailed(string outlet, string id, int tries, bool setAside, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "quarantined {Count} articles that ended the process every time they were tried")]
    partial void LogFatal(int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "stopped; what was not stored waits in the queue")]
    partial void LogStopped();
}
