using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ReliabilityEngine.Cli;

/// <summary>What the program tells of itself, to whatever listens: <c>/metrics</c>, dotnet-counters, an OpenTelemetry exporter.</summary>
static class Telemetry
{
    public const string Name = "ReliabilityEngine";

    public static ActivitySource Activities { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);

    /// <summary>Tagged with the outcome: scored, known, failed, quarantined.</summary>
    public static Counter<long> Articles { get; } = Meter.CreateCounter<long>("reliability_articles", "{article}", "Articles by what became of them.");

    /// <summary>Tagged with the stage: fetch, read, analyze, judge, store.</summary>
    public static Histogram<double> StageSeconds { get; } = Meter.CreateHistogram<double>("reliability_stage_seconds", "s", "How long a stage took for one article.");

    public static Counter<long> Accepted { get; } = Meter.CreateCounter<long>("reliability_accepted", "{article}", "Articles taken into the queue, by source.");

    /// <summary>How far scores lie from those of training: the stability index by target, where there are enough articles to tell.</summary>
    public static ConcurrentDictionary<string, double?> Drifts { get; } = new(StringComparer.Ordinal);

    /// <summary>The versions of the models in use, by target.</summary>
    public static ConcurrentDictionary<string, string> Models { get; } = new(StringComparer.Ordinal);

    /// <summary>Begins a stage of the work on one article: a span, and a time when it ends.</summary>
    /// <param name="trace">What it belongs to, where that is not what this thread is at.</param>
    public static Stage Begin(string stage, string? trace = null) => new(stage, Activities.StartActivity(stage, ActivityKind.Internal, trace), Stopwatch.GetTimestamp());

    public static Counter<long> Refused { get; } = Meter.CreateCounter<long>("reliability_refused", "{request}", "Requests refused, by reason.");
}

/// <summary>A stage that is under way until it is disposed of.</summary>
readonly record struct Stage(string Name, Activity? Span, long Started) : IDisposable
{
    public void Dispose()
    {
        Telemetry.StageSeconds.Record(Stopwatch.GetElapsedTime(Started).TotalSeconds, new KeyValuePair<string, object?>("stage", Name));
        Span?.Dispose();
    }
}
