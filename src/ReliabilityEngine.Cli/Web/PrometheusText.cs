using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace ReliabilityEngine.Cli.Web;

/// <summary>The program's own instruments in Prometheus' text format (0.0.4): counters, gauges, histograms with their buckets.</summary>
sealed class PrometheusText : IDisposable
{
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    static readonly double[] Buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    readonly MeterListener _listener = new();
    readonly SortedDictionary<string, Family> _families = new(StringComparer.Ordinal);
    readonly Lock _lock = new();

    readonly Func<IEnumerable<StateGauge>> _gauges;

    /// <param name="gauges">What stands so and so now, whoever asks.</param>
    public PrometheusText(Func<IEnumerable<StateGauge>> gauges)
    {
        _gauges = gauges;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Telemetry.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measure(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measure(instrument, value, tags));
        _listener.Start();
    }

    public string Write()
    {
        var text = new StringBuilder();
        lock (_lock)
        {
            foreach (var (name, family) in _families)
                Write(text, name, family);
        }

        foreach (var gauges in _gauges().GroupBy(gauge => gauge.Name))
        {
            var family = new Family("gauge", gauges.First().Help);
            foreach (var gauge in gauges)
                family.Values[Series(gauge.Name, Labels(gauge.Labels.AsSpan()))] = gauge.Value;
            Write(text, gauges.Key, family);
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    static void Write(StringBuilder text, string name, Family family)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {family.Help}\n# TYPE {name} {family.Kind}\n");
        foreach (var (series, value) in family.Values)
            text.Append(CultureInfo.InvariantCulture, $"{series} {value}\n");
    }

    void Measure(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        lock (_lock)
        {
            if (instrument is Histogram<double>)
                Record(FamilyOf(instrument, instrument.Name, "histogram"), instrument.Name, labels, value);
            else
                FamilyOf(instrument, $"{instrument.Name}_total", "counter").Add(Series($"{instrument.Name}_total", labels), value);
        }
    }

    static void Record(Family family, string name, List<string> labels, double value)
    {
        foreach (var bound in Buckets)
            family.Add(Series($"{name}_bucket", [.. labels, string.Create(CultureInfo.InvariantCulture, $"le=\"{bound}\"")]), value <= bound ? 1 : 0);
        family.Add(Series($"{name}_bucket", [.. labels, "le=\"+Inf\""]), 1);
        family.Add(Series($"{name}_sum", labels), value);
        family.Add(Series($"{name}_count", labels), 1);
    }

    Family FamilyOf(Instrument instrument, string name, string kind) =>
        _families.TryGetValue(name, out var family) ? family : _families[name] = new(kind, instrument.Description ?? name);

    static string Series(string name, List<string> labels) => labels.Count == 0 ? name : $"{name}{{{string.Join(',', labels)}}}";

    static List<string> Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>();
        foreach (var (key, value) in tags)
            labels.Add($"{key}=\"{Escaped(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")}\"");
        return labels;
    }

    static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <param name="Help">One line.</param>
    sealed record Family(string Kind, string Help)
    {
        public Dictionary<string, double> Values { get; } = new(StringComparer.Ordinal);

        public void Add(string series, double value) => Values[series] = Values.GetValueOrDefault(series) + value;
    }
}
