using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Ingestion.Fetching;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>Pages that are named on the command line by their addresses.</summary>
sealed class WebPages(FetchOptions options, int maxArticleBytes, TimeProvider time, CancellationToken cancellation)
{
    readonly Lazy<Fetcher> _fetcher = new(() => new(options, maxArticleBytes, time));

    public static bool IsAddress(string path) =>
        (path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        && Uri.TryCreate(path, UriKind.Absolute, out _);

    public InputSource Source(Uri address) => new(address.AbsoluteUri, () => Open(address));

    OpenInput Open(Uri address)
    {
        var page = _fetcher.Value.Get(address, default, cancellation).GetAwaiter().GetResult();
        return new(new MemoryStream(page.Body.ToArray()), FormatOf(page), page.Address, page.Charset);
    }

    static InputFormat FormatOf(Fetched page) => page.MediaType?.ToLowerInvariant() switch
    {
        null or "" or "text/html" or "application/xhtml+xml" => InputFormat.Html,
        "text/plain" or "text/markdown" => InputFormat.Text,
        "application/json" => InputFormat.Json,
        "application/x-ndjson" or "application/jsonl" => InputFormat.JsonLines,
        var other => throw new FetchTrouble($"{other}, expected a page of HTML"),
    };
}
