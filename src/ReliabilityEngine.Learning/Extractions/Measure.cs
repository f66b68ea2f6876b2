using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Learning.Extractions;

/// <summary>What a figure was counted from; what does not apply is null.</summary>
public readonly record struct Basis(int? Right, int? Gold, int? Found)
{
    /// <summary>Nothing was marked and nothing was found: the figure says nothing.</summary>
    public bool IsEmpty => this is { Right: not null, Gold: 0, Found: null or 0 };
}

/// <summary>A figure over articles, and how it comes from their counts.</summary>
/// <typeparam name="T">What is counted in one article.</typeparam>
public sealed record Measure<T>(string Name, Func<IReadOnlyList<T>, (double Value, Basis Basis)> Of);

static class Measure
{
    /// <summary>F1, precision and recall over all articles together.</summary>
    /// <param name="f1OfNone">Where there is nothing to find and nothing was found.</param>
    public static IEnumerable<Measure<T>> Of<T>(string name, Func<T, Tally> tally, double f1OfNone = 1)
    {
        yield return Figure("f1", sum => sum is { Gold: 0, Found: 0 } ? f1OfNone : sum.F1);
        yield return Figure("precision", sum => sum.Precision);
        yield return Figure("recall", sum => sum.Recall);

        Measure<T> Figure(string kind, Func<Tally, double> value) => new($"{name}_{kind}", all =>
        {
            var sum = default(Tally);
            foreach (var article in all)
                sum += tally(article);
            return (value(sum), new(sum.Right, sum.Gold, sum.Found));
        });
    }

    /// <summary>How many of some are right; 0 where there are none.</summary>
    public static Measure<T> Share<T>(string name, Func<T, (int Right, int Of)> counts) => new(name, all =>
    {
        var (right, of) = (0, 0);
        foreach (var (more, among) in all.Select(counts))
            (right, of) = (right + more, of + among);
        return (of == 0 ? 0 : (double)right / of, new(right, of, null));
    });

    /// <summary>How far two counts lie apart, article by article, over <paramref name="divisor"/>.</summary>
    public static Measure<T> Difference<T>(string name, Func<T, (int Gold, int Found)> counts, Func<(int Articles, int Gold), int> divisor) => new(name, all =>
    {
        var (apart, gold, found) = (0, 0, 0);
        foreach (var (marked, seen) in all.Select(counts))
            (apart, gold, found) = (apart + Math.Abs(marked - seen), gold + marked, found + seen);
        return ((double)apart / Math.Max(1, divisor((all.Count, gold))), new(null, gold, found));
    });

    /// <summary>Spearman's correlation over the articles of what a person and the engine came to.</summary>
    public static Measure<T> RankCorrelation<T>(string name, Func<T, (double Gold, double Found)> values) => new(name, all =>
        (Measures.RankCorrelation([.. all.Select(article => values(article).Gold)], [.. all.Select(article => values(article).Found)]), default));
}
