using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Learning.Extractions;

/// <summary>What a figure was counted from; what does not apply is null.</summary>
public readonly record struct Basis(int? Right, int? Gold, int? Found);

/// <summary>A figure over articles, and how it comes from their counts.</summary>
/// <typeparam name="T">What is counted in one article.</typeparam>
public sealed record Measure<T>(string Name, Func<IReadOnlyList<T>, double> Value, Func<IReadOnlyList<T>, Basis> Basis);

static class Measure
{
    /// <summary>F1, precision and recall over all articles together.</summary>
    /// <param name="f1OfNone">Where there is nothing to find and nothing was found.</param>
    public static IEnumerable<Measure<T>> Of<T>(string name, Func<T, Tally> tally, double f1OfNone = 1)
    {
        yield return new($"{name}_f1", all => Sum(all) is { Gold: 0, Found: 0 } ? f1OfNone : Sum(all).F1, Count);
        yield return new($"{name}_precision", all => Sum(all).Precision, Count);
        yield return new($"{name}_recall", all => Sum(all).Recall, Count);

        Basis Count(IReadOnlyList<T> all) => new(Sum(all).Right, Sum(all).Gold, Sum(all).Found);

        Tally Sum(IReadOnlyList<T> all)
        {
            var sum = default(Tally);
            foreach (var article in all)
                sum += tally(article);
            return sum;
        }
    }

    /// <summary>How many of some are right; 0 where there are none.</summary>
    public static Measure<T> Share<T>(string name, Func<T, (int Right, int Of)> counts)
    {
        return new(name, all => Sum(all) is (var right, > 0 and var of) ? (double)right / of : 0, all => new(Sum(all).Right, Sum(all).Of, null));

        (int Right, int Of) Sum(IReadOnlyList<T> all) =>
            all.Select(counts).Aggregate((Right: 0, Of: 0), (sum, next) => (sum.Right + next.Right, sum.Of + next.Of));
    }

    /// <summary>Spearman's correlation over the articles of what a person and the engine came to.</summary>
    public static Measure<T> RankCorrelation<T>(string name, Func<T, (double Gold, double Found)> values) => new(
        name,
        all => Measures.RankCorrelation([.. all.Select(article => values(article).Gold)], [.. all.Select(article => values(article).Found)]),
        _ => default);
}
