using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace ReliabilityEngine.Cli.Web;

/// <summary>The program's own instruments in Prometheus' text format: counters as they are, histograms as count and sum.</summary>
sealed class PrometheusText : IDisposable
{
    readonly MeterListener _listener = new();
    readonly SortedDictionary<string, double> _values = new(StringComparer.Ordinal);
    readonly Lock _lock = new();
    readonly Func<int> _depth;

    public PrometheusText(Func<int> depth)
    {
        _depth = depth;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Telemetry.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add($"{instrument.Name}_total{Labels(tags)}", value));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            Add($"{instrument.Name}_sum{Labels(tags)}", value);
            Add($"{instrument.Name}_count{Labels(tags)}", 1);
        });
        _listener.Start();
    }

    public string Write()
    {
        var text = new StringBuilder();
        lock (_lock)
        {
            foreach (var (name, value) in _values)
                text.Append(CultureInfo.InvariantCulture, $"{name} {value}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"reliability_queue_depth {_depth()}\n").ToString();
    }

    public void Dispose() => _listener.Dispose();

    void Add(string name, double value)
    {
        lock (_lock)
            _values[name] = _values.GetValueOrDefault(name) + value;
    }

    /// <summary>Values are the program's own words and numbers, so nothing in them needs escaping.</summary>
    static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return "";
        var pairs = new List<string>();
        foreach (var (key, value) in tags)
            pairs.Add($"{key}=\"{Convert.ToString(value, CultureInfo.InvariantCulture)}\"");
        return $"{{{string.Join(',', pairs)}}}";
    }
}
