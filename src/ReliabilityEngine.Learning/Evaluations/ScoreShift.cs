using System.Collections.Immutable;

namespace ReliabilityEngine.Learning.Evaluations;

/// <summary>What two models say of an article.</summary>
/// <param name="Outlet">Canonical.</param>
public sealed record ScorePair(string Outlet, string Id, string? Title, double Before, double After)
{
    public double Shift => After - Before;
}

/// <summary>What two models say of an outlet: means over its articles, and its place among all outlets by them, the highest first.</summary>
public sealed record OutletShift(string Outlet, int Articles, double Before, double After, int RankBefore, int RankAfter)
{
    public double Shift => After - Before;
}

/// <summary>How two models differ over the same articles.</summary>
/// <param name="Correlation">Of their scores; null where there are too few to tell.</param>
/// <param name="Outlets">That which moved most first; unknown ones are none.</param>
/// <param name="Moved">The articles that moved most.</param>
public sealed record ScoreShift(
    int Articles, double Before, double After, double? Correlation, ImmutableArray<OutletShift> Outlets, ImmutableArray<ScorePair> Moved)
{
    const int FewestToCorrelate = 3;

    /// <param name="pairs">One at least.</param>
    /// <param name="moved">How many articles to name.</param>
    public static ScoreShift Of(IReadOnlyCollection<ScorePair> pairs, int moved) => new(
        pairs.Count, pairs.Average(pair => pair.Before), pairs.Average(pair => pair.After),
        pairs.Count < FewestToCorrelate ? null : Measures.Correlation([.. pairs.Select(pair => pair.Before)], [.. pairs.Select(pair => pair.After)]),
        OutletsOf(pairs),
        [.. pairs.Where(pair => pair.Shift != 0).OrderByDescending(pair => Math.Abs(pair.Shift)).ThenBy(pair => pair.Outlet, StringComparer.Ordinal).ThenBy(pair => pair.Id, StringComparer.Ordinal).Take(moved)]);

    static ImmutableArray<OutletShift> OutletsOf(IEnumerable<ScorePair> pairs)
    {
        var means = pairs.Where(pair => pair.Outlet != Article.UnknownOutlet).GroupBy(pair => pair.Outlet, StringComparer.Ordinal)
            .Select(group => (Outlet: group.Key, Articles: group.Count(), Before: group.Average(pair => pair.Before), After: group.Average(pair => pair.After))).ToArray();
        return
        [
            .. means.Select(mean => new OutletShift(
                mean.Outlet, mean.Articles, mean.Before, mean.After,
                1 + means.Count(other => other.Before > mean.Before), 1 + means.Count(other => other.After > mean.After)))
                .OrderByDescending(outlet => Math.Abs(outlet.Shift)).ThenBy(outlet => outlet.Outlet, StringComparer.Ordinal),
        ];
    }
}
