namespace ReliabilityEngine.Cli.Configuration;

/// <summary>Where metrics and traces are sent to.</summary>
sealed class TelemetryOptions
{
    public const string Grpc = "grpc";
    public const string Http = "http";

    /// <summary>Of a collector that speaks OTLP, such as http://127.0.0.1:4318; empty for none.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>grpc or http.</summary>
    public string Protocol { get; set; } = "";

    /// <summary>What the collector wants to see, such as <c>api-key=…</c>.</summary>
    public string HeadersSecret { get; set; } = "";

    /// <summary>Between two sendings of metrics.</summary>
    public double Seconds { get; set; }

    public IEnumerable<string> Problems()
    {
        if (Endpoint.Length > 0 && (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")))
            yield return $"Telemetry:Endpoint is \"{Endpoint}\", expected an http or https address, or nothing";
        if (Protocol is not (Grpc or Http))
            yield return $"Telemetry:Protocol is \"{Protocol}\", expected {Grpc} or {Http}";
        if (Seconds is not (>= 1 and <= 3600))
            yield return $"Telemetry:Seconds is {Seconds}, expected 1 to 3600";
    }
}
