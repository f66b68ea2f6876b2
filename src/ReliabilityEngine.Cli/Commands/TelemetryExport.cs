using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Web;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Sends metrics and traces to a collector (OTLP), where one is configured; else it does nothing.</summary>
sealed class TelemetryExport : IDisposable
{
    readonly Meter _state = new(Telemetry.Name);
    readonly MeterProvider? _metrics;
    readonly TracerProvider? _traces;

    public TelemetryExport(TelemetryOptions options, QueueWatch queue)
    {
        if (options.Endpoint.Length == 0)
            return;
        foreach (var name in StateGauge.Of(queue).Select(gauge => (gauge.Name, gauge.Help)).Append(("reliability_drift_index", "Population stability index against training.")).Distinct())
            _state.CreateObservableGauge(name.Item1, () => StateGauge.Of(queue).Where(gauge => gauge.Name == name.Item1).Select(gauge => new Measurement<double>(gauge.Value, gauge.Labels)), description: name.Item2);
        var resource = ResourceBuilder.CreateDefault().AddService("reliability", serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version!.ToString(3));
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Telemetry.Name)
            .AddOtlpExporter((exporter, reader) =>
            {
                Configure(exporter, options, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)(options.Seconds * 1000);
            }).Build();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Telemetry.Name)
            .AddOtlpExporter(exporter => Configure(exporter, options, "v1/traces")).Build();
    }

    public void Dispose()
    {
        _metrics?.Dispose();
        _traces?.Dispose();
        _state.Dispose();
    }

    /// <summary>Over HTTP each signal has an address of its own below the endpoint.</summary>
    static void Configure(OtlpExporterOptions exporter, TelemetryOptions options, string signal)
    {
        var isGrpc = options.Protocol == TelemetryOptions.Grpc;
        exporter.Protocol = isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = isGrpc ? new(options.Endpoint) : new($"{options.Endpoint.TrimEnd('/')}/{signal}");
        if (options.HeadersSecret.Length > 0)
            exporter.Headers = options.HeadersSecret;
    }
}
