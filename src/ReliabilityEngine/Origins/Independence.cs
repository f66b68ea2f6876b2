namespace ReliabilityEngine.Origins;

/// <summary>A report of an event, by what ties it to others.</summary>
/// <param name="Outlet">Canonical.</param>
/// <param name="Cluster">Reports with the same text have the same.</param>
/// <param name="Agencies">Credited by it or by a copy of it, or cited.</param>
public sealed record Report(string Outlet, long Cluster, IReadOnlyCollection<string> Agencies);

/// <summary>Counts origins, not copies.</summary>
public static class Independence
{
    /// <summary>How many independent origins stand beside an article: others tied to it, or to each other, by text, outlet or agency count once or not at all.</summary>
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

    static bool AreTied(Report one, Report other) =>
        one.Cluster == other.Cluster || one.Outlet == other.Outlet || one.Agencies.Intersect(other.Agencies, StringComparer.Ordinal).Any();
}
