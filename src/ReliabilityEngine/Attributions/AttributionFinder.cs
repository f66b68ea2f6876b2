using System.Collections.Immutable;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Finds who says what: the passes in order, each on what the earlier ones left.</summary>
public static class AttributionFinder
{
    static readonly Action<TokenView, ImmutableArray<ReportClause>, Ascriptions>[] _passes =
    [
        Headlines.Find,
        DirectQuotes.Find,
        FloatingQuotes.Find,
        AccordingTo.Find,
        IndirectSpeech.Find,
        PassiveReports.Find,
        NominalCues.Find,
    ];

    public static ImmutableArray<Attribution> Find(Document document, ImmutableArray<CueMatch> cues)
    {
        var view = new TokenView(document, cues);
        return AttributionReader.Read(view, cues, FindByRules(view));
    }

    /// <summary>What the passes alone find, by rule and word list.</summary>
    internal static IReadOnlyList<Ascription> FindByRules(TokenView view)
    {
        var clauses = ReportClauses.Read(view);
        var found = new Ascriptions(view);
        foreach (var pass in _passes)
            pass(view, clauses, found);
        return found.Found;
    }
}
