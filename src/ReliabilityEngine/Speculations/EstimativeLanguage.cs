using System.Collections.Immutable;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>The two things that ICD-203 asks an analyst not to mix (D.6.e(2)): its rows of terms, and confidence with likelihood.</summary>
public static class EstimativeLanguage
{
    const string Terms = "estimative-terms";
    const string Confidence = "confidence-levels";

    /// <summary>The terms of the row that is used less, where a text uses both; empty where it keeps to one.</summary>
    public static ImmutableArray<TextSpan> MixedTerms(ImmutableArray<CueMatch> cues, ImmutableArray<Speculation> speculations)
    {
        var markers = speculations.Select(speculation => speculation.Marker).Order().ToArray();
        var rows = cues.Where(cue => cue.Lexicon == Terms && IsMarker(cue.Span, markers)).ToLookup(cue => cue.Value, cue => cue.Span);
        return rows.Count < 2 ? [] : [.. rows.OrderBy(row => row.Count()).ThenBy(row => row.Key, StringComparer.Ordinal).First()];
    }

    /// <summary>Words of confidence that stand in one sentence with a likelihood.</summary>
    public static ImmutableArray<TextSpan> ConfidenceBesideLikelihood(
        Document document, ImmutableArray<CueMatch> cues, ImmutableArray<Speculation> speculations)
    {
        var likelihoods = speculations.Where(speculation => speculation.Band != LikelihoodBand.Open).ToLookup(speculation => speculation.Sentence);
        return
        [
            .. cues.Where(cue => cue.Lexicon == Confidence).Select(cue => cue.Span)
                .Where(span => likelihoods[document.SentenceAt(span)].Any(speculation => !speculation.Marker.Overlaps(span))),
        ];
    }

    static bool IsMarker(TextSpan term, TextSpan[] markers)
    {
        var at = Array.BinarySearch(markers, new(term.Start, int.MaxValue));
        var before = (at < 0 ? ~at : at) - 1;
        return (before >= 0 && markers[before].Overlaps(term)) || (before + 1 < markers.Length && markers[before + 1].Overlaps(term));
    }
}
