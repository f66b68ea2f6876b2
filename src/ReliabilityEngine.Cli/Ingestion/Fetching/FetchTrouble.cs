namespace ReliabilityEngine.Cli.Ingestion.Fetching;

/// <summary>A page or feed that could not be had.</summary>
/// <param name="mayPass">Another try later may succeed.</param>
sealed class FetchTrouble(string reason, bool mayPass = false, Exception? cause = null) : Exception(reason, cause)
{
    public bool MayPass { get; } = mayPass;

    /// <summary>The status code of the site's answer, where it gave one.</summary>
    public int? Status { get; init; }

    /// <summary>How long the site asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
