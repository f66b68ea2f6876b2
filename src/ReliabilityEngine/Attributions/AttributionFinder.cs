using System.Collections.Immutable;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>
/// Finds who says what: by the learned taggers where their weights are at hand, otherwise by passes in order, each on what the
/// earlier ones left.
/// </summary>
public static class AttributionFinder
{
    static readonly Action<TokenView, ImmutableArray<ReportClause>, Ascriptions>[] _passes =
    [
        Headlines.Find,
        DirectQuotes.Find,
        AccordingTo.Find,
        NominalCues.Find,
        IndirectSpeech.Find,
        PassiveReports.Find,
        FloatingQuotes.Find,
    ];

    public static ImmutableArray<Attribution> Find(Document document, ImmutableArray<CueMatch> cues, DocumentTags tags)
    {
        var view = new TokenView(document, cues);
        return AttributionReader.Read(view, cues, tags.HasAttributions ? FoundByWeights(tags) : FindByRules(view));
    }

    static IEnumerable<Ascription> FoundByWeights(DocumentTags tags) =>
        tags.Attributions.Select(attribution => new Ascription(attribution.Source, attribution.Cue, attribution.Content));

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
