using System.Diagnostics;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>Readings, each with a trace of its own that the later stages of its article go on with.</summary>
static class TracedReadings
{
    public static IEnumerable<Reading> Of(IEnumerable<Reading> readings)
    {
        using var source = readings.GetEnumerator();
        while (Next(source) is { } reading)
            yield return reading;
    }

    static Reading? Next(IEnumerator<Reading> source)
    {
        using var article = Telemetry.Activities.StartActivity("article");
        using var stage = Telemetry.Begin("read");
        if (!source.MoveNext())
        {
            Forget(article, stage.Span);
            return null;
        }

        if (source.Current is BadInput bad)
            article?.SetStatus(ActivityStatusCode.Error, bad.Reason);
        return source.Current is ReadArticle read && article is not null ? read with { Trace = article.Id } : source.Current;
    }

    /// <summary>The end of the input is no article.</summary>
    static void Forget(params ReadOnlySpan<Activity?> spans)
    {
        foreach (var span in spans)
            span?.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
