using System.Collections.Immutable;

namespace ReliabilityEngine.Learning;

/// <summary>
/// Ridge regression on n-grams and declared features. Models of related labels are fitted first; what they say is a
/// further column of the model proper, and is folded back into its weights, so that one sum remains.
/// </summary>
public sealed class LinearLearner : ILearner
{
    public TrainingOutcome Train(
        ExampleTable table, Recipe recipe, ImmutableArray<Fold> folds, IProgress<TrainingStep>? progress, CancellationToken cancellation)
    {
        var design = Design.Of(table, recipe);
        progress?.Report(new("comparing the articles", 0));
        var matrix = GramMatrix.Build(design.Rows, design.Columns, cancellation);
        progress?.Report(new("fitting", 0));
        var everything = new Fold("all", [], [.. Enumerable.Repeat(true, table.Count)]);
        ImmutableArray<FoldFit> fits = [.. folds.Append(everything).Select(fold => new FoldFit(design, recipe, matrix, fold))];
        RidgeSystem.Solve(matrix, [.. fits.SelectMany(fit => fit.Auxiliary)], cancellation);
        progress?.Report(new("fitting", 0.7));
        RidgeSystem.Solve(matrix, [.. fits.Select(fit => fit.Proper)], cancellation);
        progress?.Report(new("fitting", 1));
        return new(design.Weights(fits[^1]), [.. fits[..^1].Select(design.Weights)], OutOfFold(table.Count, folds, fits));
    }

    static ImmutableArray<double> OutOfFold(int count, ImmutableArray<Fold> folds, ImmutableArray<FoldFit> fits)
    {
        var scores = new double[count];
        Array.Fill(scores, double.NaN);
        foreach (var (fold, fit) in folds.Zip(fits))
        {
            foreach (var row in fold.Test)
                scores[row] = fit.Predict(row);
        }

        return [.. scores];
    }
}
