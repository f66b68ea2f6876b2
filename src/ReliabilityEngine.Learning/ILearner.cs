using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReliabilityEngine.Learning;

/// <summary>A way to train a model from measured examples.</summary>
public interface ILearner
{
    /// <summary>Trains one model for every fold, on what the fold allows, and one on everything. An example may be judged by several folds.</summary>
    TrainingOutcome Train(ExampleTable table, Recipe recipe, ImmutableArray<Fold> folds, IProgress<TrainingStep>? progress, CancellationToken cancellation);

    /// <summary>Reads what a formula that it trained has written.</summary>
    /// <param name="name">The file's name, for messages.</param>
    IFormula Read(Stream stream, ModelHeader header, string name);
}

/// <summary>How far a training run is.</summary>
/// <param name="Share">Of the step, 0..1.</param>
public readonly record struct TrainingStep(string Name, double Share);

/// <summary>What training came to.</summary>
/// <param name="Formula">Of the model trained on everything.</param>
/// <param name="Folds">In the order of the folds that were asked for.</param>
public sealed record TrainingOutcome(IFormula Formula, ImmutableArray<FoldOutcome> Folds)
{
    /// <summary>The score of every example that a fold judges, by that fold's model.</summary>
    public FrozenDictionary<int, double> OutOfFold { get; } = Folds
        .SelectMany(fold => fold.Fold.Test.Zip(fold.Scores, KeyValuePair.Create)).ToFrozenDictionary();
}

/// <summary>A fold's model and what it says of the examples that it is to judge.</summary>
/// <param name="Scores">In the order of <see cref="Fold.Test"/>, not yet held within the target's range.</param>
public sealed record FoldOutcome(Fold Fold, IFormula Formula, ImmutableArray<double> Scores);
