using System.Collections.Immutable;
using ReliabilityEngine.Learning.Evaluations;
using ReliabilityEngine.Learning.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Extractions;

/// <summary>Who says what, in one article: a person's marks against what was found.</summary>
/// <param name="CueSentences">Sentences that hold a cue.</param>
/// <param name="Sources">Source spans, matched one to one by overlap.</param>
/// <param name="Content">Characters within some content.</param>
/// <param name="Attributions">Matched one to one: the sources overlap, or both are absent, and the contents share half of their joint characters.</param>
public readonly record struct AttributionCounts(Tally CueSentences, Tally Sources, Tally Content, Tally Attributions)
{
    public static IReadOnlyList<Measure<AttributionCounts>> Measures { get; } =
    [
        .. Measure.Of<AttributionCounts>("cue_sentence", counts => counts.CueSentences),
        .. Measure.Of<AttributionCounts>("source", counts => counts.Sources),
        .. Measure.Of<AttributionCounts>("content", counts => counts.Content),
        .. Measure.Of<AttributionCounts>("attribution", counts => counts.Attributions),
        Measure.RankCorrelation<AttributionCounts>("count_spearman", counts => (counts.Attributions.Gold, counts.Attributions.Found)),
        Measure.Difference<AttributionCounts>("count_error", counts => (counts.Attributions.Gold, counts.Attributions.Found), sum => sum.Gold),
    ];

    public static AttributionCounts Of(string text, IReadOnlyList<GoldAttribution> gold, IReadOnlyList<FoundSpans> found) => new(
        CueTally(text, [.. gold.SelectMany(attribution => attribution.Cue)], [.. found.SelectMany(attribution => attribution.Cue)]),
        SourceTally(gold, found),
        ContentTally(text, gold, found),
        AttributionTally(text, gold, found));

    static Tally CueTally(string text, TextSpan[] gold, TextSpan[] found)
    {
        var sum = default(Tally);
        foreach (var sentence in PlainSentences.Of(text))
        {
            var (isGold, isFound) = (gold.Any(sentence.Overlaps), found.Any(sentence.Overlaps));
            sum += new Tally(isGold && isFound ? 1 : 0, isGold ? 1 : 0, isFound ? 1 : 0);
        }

        return sum;
    }

    static Tally SourceTally(IReadOnlyList<GoldAttribution> gold, IReadOnlyList<FoundSpans> found)
    {
        var golds = Distinct(gold.Select(attribution => attribution.Source));
        var founds = Distinct(found.Select(attribution => attribution.Source));
        return new(Matching.Size(golds.Length, founds.Length, (i, k) => Overlap(golds[i], founds[k])), golds.Length, founds.Length);
    }

    static Tally ContentTally(string text, IReadOnlyList<GoldAttribution> gold, IReadOnlyList<FoundSpans> found)
    {
        var golds = ContentCharacters.Of(gold.SelectMany(attribution => attribution.Content), text);
        var founds = ContentCharacters.Of(found.SelectMany(attribution => attribution.Content), text);
        return new(golds.Count(founds.Contains), golds.Count, founds.Count);
    }

    static Tally AttributionTally(string text, IReadOnlyList<GoldAttribution> gold, IReadOnlyList<FoundSpans> found)
    {
        var golds = gold.Select(attribution => ContentCharacters.Of(attribution.Content, text)).ToArray();
        var founds = found.Select(attribution => ContentCharacters.Of(attribution.Content, text)).ToArray();
        return new(Matching.Size(golds.Length, founds.Length, IsSame), golds.Length, founds.Length);

        bool IsSame(int i, int k) =>
            (gold[i].Source.IsEmpty ? found[k].Source.IsEmpty : Overlap(gold[i].Source, found[k].Source)) && ContentCharacters.ShareHalf(golds[i], founds[k]);
    }

    /// <summary>Each list of spans once, those without any left out.</summary>
    static ImmutableArray<TextSpan>[] Distinct(IEnumerable<ImmutableArray<TextSpan>> sources) =>
        [.. sources.Where(spans => !spans.IsEmpty).DistinctBy(spans => string.Join(';', spans.Select(span => $"{span.Start} {span.End}")))];

    static bool Overlap(ImmutableArray<TextSpan> left, ImmutableArray<TextSpan> right) => left.Any(span => right.Any(span.Overlaps));
}
