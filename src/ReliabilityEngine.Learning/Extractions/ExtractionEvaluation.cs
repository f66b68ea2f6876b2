using System.Collections.Immutable;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Learning.Extractions;

/// <summary>A figure with the 95 % interval that other articles of the same kind would put it in.</summary>
/// <param name="Interval">Null where too little was counted for one.</param>
public sealed record Figure(string Measure, double Value, Interval? Interval, Basis Basis);

/// <summary>The figures over a publisher's articles, or over all.</summary>
/// <param name="Group">Null for all.</param>
public sealed record GroupFigures(string? Group, int Articles, ImmutableArray<Figure> Figures)
{
    public Figure this[string measure] => Figures.First(figure => figure.Measure == measure);
}

/// <summary>How far one article is off.</summary>
public sealed record ArticleTally(string Article, Tally Tally);

/// <summary>One kind of gold: what was measured on it.</summary>
/// <param name="Layout">Such as <c>attributions</c>.</param>
/// <param name="Groups">All articles, then every group, where there are several.</param>
/// <param name="WorstBy">What the worst articles are chosen by.</param>
/// <param name="Worst">The lowest F1 first.</param>
public sealed record LayoutFigures(string Layout, ImmutableArray<GroupFigures> Groups, string WorstBy, ImmutableArray<ArticleTally> Worst);

/// <summary>How well the engine finds what people find.</summary>
/// <param name="Kinds">Gold kind against found kind, with how often.</param>
public sealed record ExtractionEvaluation(ImmutableArray<LayoutFigures> Layouts, ImmutableArray<(KindPair Pair, int Count)> Kinds)
{
    /// <param name="worst">How many of the worst articles are named in each layout.</param>
    public static ExtractionEvaluation Of(IReadOnlyList<(GoldArticle Gold, Findings Found)> articles, int worst)
    {
        var attributions = articles.Where(pair => pair.Gold.Attributions is not null)
            .Select(pair => (pair.Gold, Counts: AttributionCounts.Of(pair.Gold.Article.Text, pair.Gold.Attributions!.Value, pair.Found.Attributions))).ToList();
        var sources = articles.Where(pair => pair.Gold.Sources is not null)
            .Select(pair => (pair.Gold, Counts: SourceCounts.Of(pair.Gold.Sources!.Value, pair.Found.Attributions)))
            .Where(pair => pair.Counts.Pairs.Length > 0).ToList();
        var chains = articles.Where(pair => pair.Gold.Chains is not null)
            .Select(pair => (pair.Gold, Counts: ChainCounts.Of(pair.Gold.Chains!, pair.Found.Speculations, pair.Found.Links))).ToList();
        var layouts = (IEnumerable<LayoutFigures?>)
        [
            Layout("attributions", attributions, AttributionCounts.Measures, "attributions", counts => counts.Attributions, worst),
            Layout("sources", sources, SourceCounts.Measures, "kinds", counts => new(counts.Right, counts.Pairs.Length, counts.Found), worst),
            Layout("chains", chains, ChainCounts.Measures, "speculations and links", counts => counts.Speculations + counts.Links, worst),
        ];
        return new([.. layouts.OfType<LayoutFigures>()], [.. sources.SelectMany(pair => pair.Counts.Pairs).CountBy(pair => pair)
            .OrderBy(pair => pair.Key.Gold).ThenBy(pair => pair.Key.Found ?? (Attributions.SourceKind)byte.MaxValue).Select(pair => (pair.Key, pair.Value))]);
    }

    static LayoutFigures? Layout<T>(
        string name, List<(GoldArticle Gold, T Counts)> articles, IReadOnlyList<Measure<T>> measures, string worstBy, Func<T, Tally> tally, int worst)
    {
        if (articles.Count == 0)
            return null;
        var groups = articles.Where(article => article.Gold.Group is not null)
            .GroupBy(article => article.Gold.Group!, article => article.Counts, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        var all = Figures(null, [.. articles.Select(article => article.Counts)], measures);
        return new(name, groups.Count < 2 ? [all] : [all, .. groups.Select(group => Figures(group.Key, [.. group], measures))], worstBy,
        [
            .. articles.Select(article => new ArticleTally(article.Gold.Article.Id, tally(article.Counts))).Where(article => article.Tally.Errors > 0)
                .OrderBy(article => article.Tally.F1).ThenByDescending(article => article.Tally.Errors).ThenBy(article => article.Article, StringComparer.Ordinal)
                .Take(worst),
        ]);
    }

    static GroupFigures Figures<T>(string? group, IReadOnlyList<T> articles, IReadOnlyList<Measure<T>> measures)
    {
        var intervals = Bootstrap.Intervals(articles, measures);
        return new(group, articles.Count, [.. measures.Zip(intervals, (measure, interval) =>
        {
            var (value, basis) = measure.Of(articles);
            return new Figure(measure.Name, value, interval, basis);
        })]);
    }
}
