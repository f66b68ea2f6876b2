using System.Collections.Immutable;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.NGrams;

namespace ReliabilityEngine.Learning.Evaluations;

/// <summary>Scores articles again with their names exchanged.</summary>
public static class SwapAudit
{
    // Enough to know a mean shift to a tenth of a point.
    const int MostArticles = 400;

    /// <param name="rows">Measured for the model's n-grams.</param>
    public static ImmutableArray<SwapResult> Run(Model model, IEnumerable<MeasuredExample> rows, CancellationToken cancellation)
    {
        var counter = new GramCounter(model.Layout);
        var some = rows.ToArray();
        return [.. NameSwap.All.Select(swap => Run(model, counter, swap, some, cancellation))];
    }

    static SwapResult Run(Model model, GramCounter counter, NameSwap swap, MeasuredExample[] rows, CancellationToken cancellation)
    {
        var pairs = rows.Select(row => (Row: row, Swapped: swap.Apply(row.Example.Article))).Where(pair => pair.Swapped is not null).Take(MostArticles).ToArray();
        var shifts = new double[pairs.Length];
        Parallel.For(0, pairs.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            var analysis = ArticleAnalyzer.Analyze(pairs[i].Swapped!);
            shifts[i] = model.Predict(FeatureSet.Measure(analysis), counter.Count(MaskedText.Of(analysis))) - model.Predict(pairs[i].Row.Features, pairs[i].Row.Grams);
        });
        return new(swap.Name, shifts.Length, shifts.DefaultIfEmpty(0).Average(), shifts.DefaultIfEmpty(0).Average(Math.Abs));
    }
}
