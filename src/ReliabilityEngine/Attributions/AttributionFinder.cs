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
        SpeakerTurns.Find,
        Headlines.Find,
        SignedLines.Find,
        DirectQuotes.Find,
        AccordingTo.Find,
        NominalCues.Find,
        IndirectSpeech.Find,
        PassiveReports.Find,
        FloatingQuotes.Find,
    ];

    /// <summary>What these find is hardly ever wrong, and the taggers miss some of it.</summary>
    static readonly Action<TokenView, ImmutableArray<ReportClause>, Ascriptions>[] _surePasses =
        [DirectQuotes.Find, AccordingTo.Find, IndirectSpeech.FindOfSpeech, FloatingQuotes.Find];

    public static ImmutableArray<Attribution> Find(Document document, ImmutableArray<CueMatch> cues, DocumentTags tags)
    {
        var view = new TokenView(document, cues);
        return AttributionReader.Read(view, cues, tags.HasAttributions ? FindByWeights(view, tags) : FindByRules(view));
    }

    /// <summary>What the taggers find, and beside it what the surest passes add.</summary>
    static IReadOnlyList<Ascription> FindByWeights(TokenView view, DocumentTags tags)
    {
        var (found, clauses) = (new Ascriptions(view), ReportClauses.Read(view));
        SpeakerTurns.Find(view, clauses, found);
        SignedLines.Find(view, clauses, found);
        TaggedReports.Take(view, clauses, tags, found);
        UnnamedPeople.Describe(view, found);
        foreach (var pass in _surePasses)
            pass(view, clauses, found);
        LongQuotations.Complete(view, found);
        return found.Found;
    }

    /// <summary>What the passes alone find, by rule and word list.</summary>
    internal static IReadOnlyList<Ascription> FindByRules(TokenView view)
    {
        var clauses = ReportClauses.Read(view);
        var found = new Ascriptions(view);
        foreach (var pass in _passes)
            pass(view, clauses, found);
        LongQuotations.Complete(view, found);
        return found.Found;
    }
}
