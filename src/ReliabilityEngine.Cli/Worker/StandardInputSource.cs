using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>
/// Takes articles from standard input, as JSON Lines without an end. A pipe has no acknowledgement: a line is safe once it stands in the
/// queue, and while the queue is full nothing is read, so that the sender waits.
/// </summary>
/// <param name="isOnly">No other source is open: the program ends when all is scored that came in.</param>
sealed partial class StandardInputSource(
    ArticleQueue queue, int maxArticleBytes, bool isOnly, TimeProvider time, ILogger<StandardInputSource> log, IHostApplicationLifetime lifetime) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Reading blocks, and cannot be called off.
        var reading = Task.Factory.StartNew(() => ReadAll(stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            await reading.WaitAsync(stoppingToken);
            LogEnded();
            while (isOnly && queue.Depth() > 0)
                await Task.Delay(Pause, time, stoppingToken);
            if (isOnly)
                lifetime.StopApplication();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was read stands in the queue.
        }
    }

    void ReadAll(CancellationToken stop)
    {
        foreach (var reading in new ArticleReader(maxArticleBytes).Read(StandardInput.Lines))
        {
            if (reading is BadInput bad)
                LogBad(Terminal.SafeLine(bad.Place), Terminal.SafeLine(bad.Reason));
            if (reading is ReadArticle read && !Enqueue(read, stop))
                return;
        }
    }

    /// <summary>False where the program stops before there is room.</summary>
    bool Enqueue(ReadArticle read, CancellationToken stop)
    {
        while (!queue.TryAdd([new("stdin", read.Article) { Labels = read.Labels, Trace = read.Trace }]))
        {
            if (stop.WaitHandle.WaitOne(Pause))
                return false;
        }

        Telemetry.Accepted.Add(1, new KeyValuePair<string, object?>("source", "stdin"));
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "standard input has ended")]
    partial void LogEnded();

    [LoggerMessage(Level = LogLevel.Warning, Message = "passed over {Place}: {Reason}")]
    partial void LogBad(string place, string reason);
}
