using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>What a worker that runs for months does beside: drops old texts, and looks whether scores have drifted.</summary>
sealed partial class Upkeep(EngineOptions options, ScorerInUse scorer, Func<Database> open, TimeProvider time, ILogger<Upkeep> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do
                Look(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was not dropped is dropped by the next that runs.
        }
    }

    void Look(CancellationToken stop)
    {
        try
        {
            using var database = open();
            if (options.KeepTextFor is { } keep && new Retention(database, time).DropTexts(keep, stop) is > 0 and var dropped)
                LogDropped(dropped);
            var since = time.GetUtcNow().AddDays(-options.Drift.Days);
            foreach (var finding in new DriftWatch(database, scorer.Current().Models, since, options.Drift.FewestArticles).Scores())
                Note(finding);
        }
        catch (Exception trouble) when (trouble is SqliteException or Refusal)
        {
            // The next look may find the database free again; what cannot go on without it says so itself.
            LogTrouble(trouble.Message);
        }
    }

    void Note(DriftFinding finding)
    {
        Telemetry.Drifts[finding.Name] = finding.Measure;
        if (finding.State == DriftState.Drifted)
            LogDrift(finding.Name, finding.Measure!.Value, finding.Articles);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "dropped the texts of {Count} articles that were kept long enough")]
    partial void LogDropped(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Target} has drifted from training: stability index {Index:0.00} over {Articles} articles; see \"report drift\"")]
    partial void LogDrift(string target, double index, int articles);

    [LoggerMessage(Level = LogLevel.Warning, Message = "upkeep was put off: {Reason}")]
    partial void LogTrouble(string reason);
}
