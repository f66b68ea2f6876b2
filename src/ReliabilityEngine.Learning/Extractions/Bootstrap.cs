using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Learning.Extractions;

/// <summary>How far figures would vary with other articles of the same kind (Efron 1979).</summary>
static class Bootstrap
{
    const int Draws = 1000;
    const double Outside = 0.05;
    const int Seed = 2026;

    /// <summary>
    /// The 95 % interval of every measure, by percentiles over articles drawn with replacement, the same at every call; null
    /// where a single article, or none, says anything.
    /// </summary>
    public static Interval?[] Intervals<T>(IReadOnlyList<T> articles, IReadOnlyList<Measure<T>> measures)
    {
        var random = new Random(Seed);
        var values = measures.Select(_ => new List<double>(Draws)).ToArray();
        var drawn = new T[articles.Count];
        for (var draw = 0; articles.Count > 1 && draw < Draws; draw++)
        {
            for (var i = 0; i < drawn.Length; i++)
                drawn[i] = articles[random.Next(drawn.Length)];
            for (var m = 0; m < measures.Count; m++)
            {
                if (measures[m].Of(drawn) is { Basis.IsEmpty: false } figure)
                    values[m].Add(figure.Value);
            }
        }

        return Array.ConvertAll(values, Interval);
    }

    static Interval? Interval(List<double> values)
    {
        if (values.Count == 0)
            return null;
        values.Sort();
        var tail = (int)(values.Count * Outside / 2);
        return new(values[tail], values[^(tail + 1)]);
    }
}
