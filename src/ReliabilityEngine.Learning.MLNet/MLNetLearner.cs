using System.Collections.Immutable;
using Microsoft.ML;

namespace ReliabilityEngine.Learning.MLNet;

/// <summary>
/// Trains with ML.NET on the same weighted n-grams and standardised features as the linear learner, a model for each kind
/// of label; the models of auxiliary labels are the linear learner's.
/// </summary>
public sealed class MLNetLearner : ILearner
{
    readonly string _name;
    readonly Method _method;

    MLNetLearner(string name, Method method) => (_name, _method) = (name, method);

    static ImmutableArray<MLNetLearner> All => [new("mlnet-sdca", new Sdca()), new("mlnet-lbfgs", new Lbfgs()), new("mlnet-fasttree", new FastTree())];

    /// <summary>Takes up ML.NET's learners among those of the build.</summary>
    public static void AddAll()
    {
        foreach (var learner in All)
            Learners.Add(learner._name, learner);
    }

    public TrainingOutcome Train(
        ExampleTable table, Recipe recipe, ImmutableArray<Fold> folds, IProgress<TrainingStep>? progress, CancellationToken cancellation)
    {
        var training = new MLNetTraining(_method, table, recipe);
        ImmutableArray<Fold> all = [.. folds, new("all", [], [.. Enumerable.Repeat(true, table.Count)])];
        var formulas = training.Fit(all, progress, cancellation);
        return new(formulas[^1], [.. folds.Zip(formulas, (fold, formula) => new FoldOutcome(fold, formula, Scores(fold, formula)))]);

        ImmutableArray<double> Scores(Fold fold, IFormula formula) => [.. fold.Test.Select(row => formula.Predict(table.Rows[row].Features, table.Rows[row].Grams))];
    }

    public IFormula Read(Stream stream, ModelHeader header, string name) =>
        MLNetFormula.Read(stream, header, _method.Link(header.Lowest, header.Highest), name);
}
