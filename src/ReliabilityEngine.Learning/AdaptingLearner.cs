using System.Collections.Immutable;
using ReliabilityEngine.Features;

namespace ReliabilityEngine.Learning;

/// <summary>
/// Begins with a trained model and learns from few labels how it has to change: its scores' level and spread, and the points of the
/// declared features, each held near what they were by a ridge. The n-grams keep their weights but for the common spread, since few
/// articles tell nothing of many thousand words. What comes out is one linear model again.
/// </summary>
/// <param name="prior">What the ridge pulls towards.</param>
public sealed class AdaptingLearner(Model prior) : ILearner
{
    // Of level and spread, which every label tells of; and of the features, chosen by outlets left out.
    const double LevelPenalty = 1;
    const double SpreadPenalty = 5;
    const int InnerFolds = 5;
    const double SurelyBetter = 3;

    // Brings the prior's score to the size of the other columns.
    const double Spread = 20;

    // So much that the features' points stay what they were.
    const double LeaveAlone = 1e6;

    static readonly double[] FeaturePenalties = [1000, 300, 100, 30];

    readonly LinearWeights _prior = prior.Formula as LinearWeights ?? throw new TrainingException($"the {prior.Target} model {prior.Version} is not linear, expected one that training can begin with");

    public TrainingOutcome Train(
        ExampleTable table, Recipe recipe, ImmutableArray<Fold> folds, IProgress<TrainingStep>? progress, CancellationToken cancellation)
    {
        progress?.Report(new("fitting", 0));
        var labelled = Labelled(table, recipe);
        return new(Fit(labelled), [.. folds.Select(Judge)]);

        FoldOutcome Judge(Fold fold)
        {
            cancellation.ThrowIfCancellationRequested();
            var weights = Fit([.. labelled.Where(example => fold.Train[example.Row])]);
            return new(fold, weights, [.. fold.Test.Select(row => Predict(weights, table.Rows[row]))]);
        }
    }

    public IFormula Read(Stream stream, ModelHeader header, string name) => LinearWeights.Read(stream, header);

    ImmutableArray<Adapted> Labelled(ExampleTable table, Recipe recipe)
    {
        var examples = ImmutableArray.CreateBuilder<Adapted>();
        for (var row = 0; row < table.Count; row++)
        {
            var example = table.Rows[row];
            if (example.Obstacle is null && example.Example.ValueOf(recipe.Train[0]) is { } label)
                examples.Add(new(row, example.Example.Outlet, Columns(example), label - Predict(_prior, example), example.Example.Weight));
        }

        return examples.DrainToImmutable();
    }

    /// <summary>One, what the prior model says less its base, and the features as it sees them.</summary>
    double[] Columns(MeasuredExample example) =>
    [
        1, (Predict(_prior, example) - _prior.Base) / Spread,
        .. Enumerable.Range(0, FeatureSet.All.Length).Select(feature => _prior.Standardizer.Scale(feature, example.Features[feature])),
    ];

    LinearWeights Fit(ImmutableArray<Adapted> examples)
    {
        if (examples.IsEmpty)
            throw new TrainingException("no labelled article is left to train on; more outlets are needed");
        var coefficients = Fit(examples, PenaltyFor(examples));
        var share = 1 + (coefficients[1] / Spread);
        return new(
            _prior.Base + coefficients[0], _prior.Standardizer,
            [.. _prior.Features.Select((points, feature) => (share * points) + coefficients[feature + 2])],
            [.. _prior.Grams.Select(points => (float)(share * points))], share * _prior.GramMean);
    }

    /// <summary>
    /// The penalty of the features that errs least on outlets left out, where it errs less than leaving them alone by more than three times the
    /// standard error over the outlets; few outlets otherwise teach what is true of them alone.
    /// </summary>
    static double PenaltyFor(ImmutableArray<Adapted> examples)
    {
        var alone = ErrorsByOutlet(examples, LeaveAlone);
        var best = FeaturePenalties.Select(penalty => (Penalty: penalty, Gain: Gain(alone, ErrorsByOutlet(examples, penalty)))).MaxBy(pair => pair.Gain.Mean);
        return best.Gain.Mean > SurelyBetter * best.Gain.StandardError ? best.Penalty : LeaveAlone;
    }

    static (double Mean, double StandardError) Gain(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        var gains = before.Zip(after, (a, b) => a - b).ToArray();
        if (gains.Length < 2)
            return (0, 0);
        var mean = gains.Average();
        return (mean, Math.Sqrt(gains.Sum(gain => (gain - mean) * (gain - mean)) / (gains.Length - 1) / gains.Length));
    }

    /// <summary>The mean squared error on every outlet, by coefficients fitted to others; in the same order for every penalty.</summary>
    static List<double> ErrorsByOutlet(ImmutableArray<Adapted> examples, double penalty) =>
    [
        .. from part in examples.GroupBy(example => GroupedSplit.NumberOf(example.Outlet, InnerFolds))
           let others = examples.Where(example => GroupedSplit.NumberOf(example.Outlet, InnerFolds) != part.Key).ToImmutableArray()
           where !others.IsEmpty
           let coefficients = Fit(others, penalty)
           from outlet in part.GroupBy(example => example.Outlet, StringComparer.Ordinal)
           select outlet.Average(example => Math.Pow(example.Target - Dot(coefficients, example.Columns), 2)),
    ];

    static double[] Fit(ImmutableArray<Adapted> examples, double penalty) => SmallRidge.Fit(
        [.. examples.Select(example => (example.Columns, example.Target, example.Weight))],
        [LevelPenalty, SpreadPenalty, .. Enumerable.Repeat(penalty, FeatureSet.All.Length)]);

    static double Dot(double[] coefficients, double[] columns) => coefficients.Zip(columns, (a, b) => a * b).Sum();

    static double Predict(LinearWeights weights, MeasuredExample example) => weights.Predict(example.Features, example.Grams);

    /// <param name="Target">What the label lies above the prior's score.</param>
    sealed record Adapted(int Row, string Outlet, double[] Columns, double Target, double Weight);
}
