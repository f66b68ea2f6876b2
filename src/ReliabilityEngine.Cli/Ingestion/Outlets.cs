namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>Who published an article, as far as it says.</summary>
static class Outlets
{
    /// <summary>The name as given, else the host of the address, else <see cref="Article.UnknownOutlet"/>.</summary>
    public static string NameFor(string? outlet, string? url)
    {
        if (!string.IsNullOrWhiteSpace(outlet))
            return outlet;
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : Article.UnknownOutlet;
    }
}
