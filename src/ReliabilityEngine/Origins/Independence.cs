namespace ReliabilityEngine.Origins;

/// <summary>A report of an event, by what ties it to others.</summary>
/// <param name="Outlet">Canonical.</param>
/// <param name="Cluster">Reports with the same text have the same.</param>
/// <param name="Agencies">Credited by it or by a copy of it, or cited.</param>
/// <param name="Site">Where it stands, as <see cref="Independence.SiteOf"/> names it: one site may print under many outlets' names.</param>
public sealed record Report(string Outlet, long Cluster, IReadOnlyCollection<string> Agencies, string? Site = null);

/// <summary>Counts origins, not copies.</summary>
public static class Independence
{
    const int ShortLabel = 3;

    /// <summary>How many independent origins stand beside an article: others tied to it, or to each other, by text, outlet, site or agency count once or not at all.</summary>
    public static int Origins(Report article, IEnumerable<Report> others)
    {
        var independent = new List<Report>();
        foreach (var report in others)
        {
            if (!AreTied(report, article) && !independent.Exists(known => AreTied(report, known)))
                independent.Add(report);
        }

        return independent.Count;
    }

    /// <summary>
    /// The name that the hosts of one owner share, as far as it can be told without a list: the last two labels of a host, or three where
    /// the second but last is as short as that of <c>co.uk</c>; null where an address is unknown.
    /// </summary>
    public static string? SiteOf(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return null;
        var labels = uri.IdnHost.ToLowerInvariant().TrimEnd('.').Split('.');
        var count = uri.HostNameType == UriHostNameType.Dns ? labels is [.., { Length: > ShortLabel }, _] ? 2 : 3 : labels.Length;
        return string.Join('.', labels.TakeLast(count));
    }

    static bool AreTied(Report one, Report other) =>
        one.Cluster == other.Cluster || one.Outlet == other.Outlet || (one.Site is { } site && site == other.Site) || one.Agencies.Intersect(other.Agencies, StringComparer.Ordinal).Any();
}
