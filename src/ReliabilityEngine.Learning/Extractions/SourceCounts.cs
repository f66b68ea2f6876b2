using System.Collections.Immutable;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Learning.Evaluations;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Extractions;

/// <summary>A source's kind as a person gave it and as it was found; null where the source was missed.</summary>
public readonly record struct KindPair(SourceKind Gold, SourceKind? Found);

/// <summary>What kind of source stands behind the claims of one article.</summary>
/// <param name="Pairs">One for every source of the gold but those of kind "other".</param>
/// <param name="Unnamed">Sources of that kind, matched one to one by overlap.</param>
/// <param name="Anonymity">The same for unnamed and collective together.</param>
/// <param name="Shares">Of unnamed among the sources.</param>
public readonly record struct SourceCounts(
    ImmutableArray<KindPair> Pairs, Tally Unnamed, Tally Anonymity, (double Gold, double Found) Shares)
{
    public static IReadOnlyList<Measure<SourceCounts>> Measures { get; } =
    [
        Measure.Share<SourceCounts>("found", counts => (counts.Found, counts.Pairs.Length)),
        Measure.Share<SourceCounts>("kind_accuracy", counts => (counts.Right, counts.Found)),
        .. Measure.Of<SourceCounts>("unnamed", counts => counts.Unnamed, f1OfNone: 0),
        .. Measure.Of<SourceCounts>("anonymity", counts => counts.Anonymity, f1OfNone: 0),
        Measure.RankCorrelation<SourceCounts>("share_spearman", counts => counts.Shares),
    ];

    public int Found => Pairs.Count(pair => pair.Found is not null);

    public int Right => Pairs.Count(pair => pair.Found == pair.Gold);

    public static SourceCounts Of(IReadOnlyList<GoldSource> all, IReadOnlyList<FoundSpans> attributions)
    {
        GoldSource[] gold = [.. all.Where(source => source.Kind != SourceKind.Other)];
        GoldSource[] found =
        [
            .. attributions.Where(attribution => !attribution.Source.IsEmpty).Select(attribution => new GoldSource(attribution.Source[0], attribution.Kind))
                .Distinct().OrderBy(source => source.Span).ThenBy(source => source.Kind.ToString(), StringComparer.OrdinalIgnoreCase),
        ];
        return new(
            [.. gold.Select(source => new KindPair(source.Kind, KindFound(source.Span, found)))],
            TallyOf(gold, found, SourceKind.Unnamed),
            TallyOf(gold, found, SourceKind.Unnamed, SourceKind.Collective),
            (ShareOfUnnamed(gold), ShareOfUnnamed(found)));
    }

    /// <summary>That of the source that shares most with a span, the first of several.</summary>
    static SourceKind? KindFound(TextSpan span, GoldSource[] found) =>
        found.Where(source => source.Span.Overlaps(span)).Select(source => (GoldSource?)source)
            .MaxBy(source => Math.Min(span.End, source!.Value.Span.End) - Math.Max(span.Start, source.Value.Span.Start))?.Kind;

    static Tally TallyOf(GoldSource[] gold, GoldSource[] found, params SourceKind[] kinds)
    {
        var golds = Array.FindAll(gold, source => kinds.Contains(source.Kind));
        var founds = Array.FindAll(found, source => kinds.Contains(source.Kind));
        return new(Matching.Size(golds.Length, founds.Length, (i, k) => golds[i].Span.Overlaps(founds[k].Span)), golds.Length, founds.Length);
    }

    static double ShareOfUnnamed(GoldSource[] sources) =>
        (double)sources.Count(source => source.Kind == SourceKind.Unnamed) / Math.Max(1, sources.Length);
}
