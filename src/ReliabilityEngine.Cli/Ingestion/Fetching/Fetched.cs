namespace ReliabilityEngine.Cli.Ingestion.Fetching;

/// <summary>What a site answered.</summary>
/// <param name="Address">Where it was found, after all redirects.</param>
/// <param name="IsUnchanged">The site says that nothing has changed since the validators; there is no body then.</param>
sealed record Fetched(Uri Address, ReadOnlyMemory<byte> Body, string? MediaType, string? Charset, Validators Validators, bool IsUnchanged = false)
{
    public TimeSpan? MaxAge { get; init; }
}

/// <summary>By what a site recognises that nothing has changed: its <c>ETag</c> and <c>Last-Modified</c>, as it sent them.</summary>
readonly record struct Validators(string? EntityTag, string? LastModified);
