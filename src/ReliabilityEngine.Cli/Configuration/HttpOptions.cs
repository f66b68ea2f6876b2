using System.Net;

namespace ReliabilityEngine.Cli.Configuration;

/// <summary>Where the program listens for articles.</summary>
sealed class HttpOptions
{
    const int ShortestToken = 16;

    /// <summary>Whether <c>run</c> listens too; <c>serve</c> always does.</summary>
    public bool Enabled { get; set; }

    /// <summary>Address and port.</summary>
    public string Listen { get; set; } = "";

    /// <summary>What callers have to show; needed for every address but the loopback.</summary>
    public string Token { get; set; } = "";

    public int MaxRequestMegabytes { get; set; }

    public IPEndPoint? EndPoint() =>
        IPEndPoint.TryParse(Listen.Replace("localhost", "127.0.0.1", StringComparison.OrdinalIgnoreCase), out var point) ? point : null;

    public bool IsLoopback() => EndPoint() is { } point && IPAddress.IsLoopback(point.Address);

    public IEnumerable<string> Problems()
    {
        if (EndPoint() is null)
            yield return $"Http:Listen is \"{Listen}\", expected an address and a port such as 127.0.0.1:8088";
        else if (!IsLoopback() && Token.Length == 0)
            yield return $"Http:Listen is {Listen}, which others can reach: expected a Http:Token (RELIABILITY_HTTP__TOKEN)";
        if (Token.Length is > 0 and < ShortestToken)
            yield return $"Http:Token has {Token.Length} characters, expected at least {ShortestToken}";
        if (MaxRequestMegabytes is < 1 or > 1024)
            yield return $"Http:MaxRequestMegabytes is {MaxRequestMegabytes}, expected 1 to 1024";
    }
}
