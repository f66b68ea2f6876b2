using System.Collections.Immutable;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.NGrams;

namespace ReliabilityEngine.Learning;

/// <summary>An example with all that a model looks at.</summary>
/// <param name="Obstacle">Why the text cannot be judged; null where it can.</param>
public sealed record MeasuredExample(Example Example, FeatureVector Features, GramVector Grams, int Words, string? Obstacle);

/// <summary>The measured examples of a training run.</summary>
public sealed record ExampleTable(ImmutableArray<MeasuredExample> Rows, NGramLayout Layout)
{
    public int Count => Rows.Length;

    public static ExampleTable Measure(
        ImmutableArray<Example> examples, ImmutableArray<NGramBlock> blocks, IProgress<double>? progress, CancellationToken cancellation)
    {
        var layout = new NGramLayout(blocks);
        var counter = new GramCounter(layout);
        var rows = new MeasuredExample[examples.Length];
        var done = 0;
        Parallel.For(0, rows.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            rows[i] = Measure(examples[i], counter);
            progress?.Report((double)Interlocked.Increment(ref done) / rows.Length);
        });
        return new([.. rows], layout);
    }

    static MeasuredExample Measure(Example example, GramCounter counter)
    {
        var analysis = ArticleAnalyzer.Analyze(example.Article);
        return new(example, FeatureSet.Measure(analysis), counter.Count(MaskedText.Of(analysis)), analysis.Body.Words, Judgement.Obstacle(analysis));
    }
}
