namespace ReliabilityEngine.Learning.Extractions;

/// <summary>How far figures would vary with other articles of the same kind (Efron 1979).</summary>
static class Bootstrap
{
    const int Draws = 1000;
    const double Outside = 0.05;

    /// <summary>The 95 % interval of every measure, by percentiles over articles drawn with replacement; the draws are the same at every call.</summary>
    public static (double Low, double High)[] Intervals<T>(IReadOnlyList<T> articles, IReadOnlyList<Measure<T>> measures, int seed)
    {
        var random = new Random(seed);
        var values = measures.Select(_ => new double[Draws]).ToArray();
        var drawn = new T[articles.Count];
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var i = 0; i < drawn.Length; i++)
                drawn[i] = articles[random.Next(drawn.Length)];
            for (var m = 0; m < measures.Count; m++)
                values[m][draw] = measures[m].Value(drawn);
        }

        const int Tail = (int)(Draws * Outside / 2);
        return Array.ConvertAll(values, ends =>
        {
            Array.Sort(ends);
            return (ends[Tail], ends[Draws - 1 - Tail]);
        });
    }
}
