using ReliabilityEngine.Analysis;
using ReliabilityEngine.Attributions;

namespace ReliabilityEngine.Learning;

/// <summary>What the first claim of an article rests on.</summary>
public static class LeadClaim
{
    /// <summary>One unnamed source carries the lead, nobody named stands beside it, and nothing says how it knows.</summary>
    public static bool RestsOnOneUnnamedSource(ArticleAnalysis analysis)
    {
        var lead = analysis.Attributions.Where(attribution => attribution.Content.Any(analysis.Body.IsInLead)).ToArray();
        var unnamed = lead.Where(attribution => attribution.Kind == SourceKind.Unnamed).ToArray();
        return unnamed.Select(attribution => Sources.KeyOf(analysis.Document, attribution)).Distinct(StringComparer.Ordinal).Count() == 1 &&
            unnamed.All(attribution => attribution.Anonymity?.Basis is null) &&
            !lead.Any(attribution => attribution.Kind is SourceKind.Person or SourceKind.Organisation or SourceKind.Document);
    }
}
