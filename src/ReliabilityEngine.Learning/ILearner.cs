using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReliabilityEngine.Learning;

/// <summary>A way to train a model from measured examples.</summary>
public interface ILearner
{
    /// <summary>Trains one model for every fold, on what the fold allows, and one on everything. An example may be judged by several folds.</summary>
    TrainingOutcome Train(ExampleTable table, Recipe recipe, ImmutableArray<Fold> folds, IProgress<TrainingStep>? progress, CancellationToken cancellation);
}

/// <summary>How far a training run is.</summary>
/// <param name="Share">Of the step, 0..1.</param>
public readonly record struct TrainingStep(string Name, double Share);

/// <summary>What training came to.</summary>
/// <param name="Weights">Of the model trained on everything.</param>
/// <param name="Folds">In the order of the folds that were asked for.</param>
public sealed record TrainingOutcome(LinearWeights Weights, ImmutableArray<FoldOutcome> Folds)
{
    /// <summary>The score of every example that a fold judges, by that fold's model.</summary>
    public FrozenDictionary<int, double> OutOfFold { get; } = Folds
        .SelectMany(fold => fold.Fold.Test.Zip(fold.Scores, KeyValuePair.Create)).ToFrozenDictionary();
}

/// <summary>A fold's model and what it says of the examples that it is to judge.</summary>
/// <param name="Scores">In the order of <see cref="Fold.Test"/>, not yet held within the target's range.</param>
public sealed record FoldOutcome(Fold Fold, LinearWeights Weights, ImmutableArray<double> Scores);

/// <summary>A fitted linear model.</summary>
/// <param name="Base">The mean score of the examples that it was fitted to.</param>
/// <param name="Features">Points for each deviation of a declared feature from its mean.</param>
/// <param name="Grams">Points for each unit of an n-gram's value, over the joint table.</param>
/// <param name="GramMean">The mean of what the n-grams of an example come to, which the base holds already.</param>
public sealed record LinearWeights(double Base, Standardizer Standardizer, ImmutableArray<double> Features, ImmutableArray<float> Grams, double GramMean);
