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

    public static ImmutableArray<SwapResult> Run(Model model, IEnumerable<Article> articles, CancellationToken cancellation)
    {
        var counter = new GramCounter(model.Layout);
        var some = articles.ToArray();
        return [.. NameSwap.All.Select(swap => Run(model, counter, swap, some, cancellation))];
    }

    static SwapResult Run(Model model, GramCounter counter, NameSwap swap, Article[] articles, CancellationToken cancellation)
    {
        var pairs = articles.Select(article => (Before: article, After: swap.Apply(article))).Where(pair => pair.After is not null).Take(MostArticles).ToArray();
        var shifts = new double[pairs.Length];
        Parallel.For(0, pairs.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
            shifts[i] = Score(pairs[i].After!) - Score(pairs[i].Before));
        return new(swap.Name, shifts.Length, shifts.DefaultIfEmpty(0).Average(), shifts.DefaultIfEmpty(0).Average(Math.Abs));

        double Score(Article article)
        {
            var analysis = ArticleAnalyzer.Analyze(article);
            return model.Predict(FeatureSet.Measure(analysis), counter.Count(MaskedText.Of(analysis)));
        }
    }
}
