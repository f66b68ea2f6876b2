using System.Collections.Immutable;

namespace ReliabilityEngine.Learning;

/// <summary>
/// Ridge regression on n-grams and declared features. Models of related labels are fitted first; what they say is a
/// further column of the models proper, one for each kind of label, and all is folded into one set of weights, so that
/// one sum remains.
/// </summary>
public sealed class LinearLearner : ILearner
{
    public const string Name = "linear";

    public TrainingOutcome Train(
        ExampleTable table, Recipe recipe, ImmutableArray<Fold> folds, IProgress<TrainingStep>? progress, CancellationToken cancellation)
    {
        var design = Design.Of(table, recipe);
        progress?.Report(new("comparing the articles", 0));
        var matrix = GramMatrix.Build(design.Rows, design.Columns, cancellation);
        progress?.Report(new("fitting", 0));
        var everything = new Fold("all", [], [.. Enumerable.Repeat(true, table.Count)]);
        var fits = Fit(design, recipe, matrix, folds.Add(everything), cancellation);
        progress?.Report(new("fitting", 1));
        return new(design.Weights(fits[^1]), [.. folds.Zip(fits).AsParallel().AsOrdered().Select(pair => new FoldOutcome(pair.First, design.Weights(pair.Second), pair.Second.Predict(pair.First)))]);
    }

    public IFormula Read(Stream stream, ModelHeader header, string name) => LinearWeights.Read(stream, header);

    /// <summary>For each fold the models of the recipe's auxiliary labels.</summary>
    internal static ImmutableArray<ImmutableArray<LinearWeights>> FitAuxiliary(
        Design design, Recipe recipe, ImmutableArray<Fold> folds, CancellationToken cancellation)
    {
        if (design.Auxiliary.IsEmpty)
            return [.. folds.Select(_ => ImmutableArray<LinearWeights>.Empty)];
        var matrix = GramMatrix.Build(design.Rows, design.Columns, cancellation);
        ImmutableArray<ImmutableArray<RidgeSystem>> systems = [.. folds.Select(fold => new FoldFit(design, recipe, matrix, fold).Auxiliary)];
        Solve(matrix, systems, cancellation);
        return [.. systems.Select(fold => fold.Select(system => design.Primal(Array.ConvertAll(system.Coefficients, value => (double)value), system.Intercept)).ToImmutableArray())];
    }

    internal static ImmutableArray<FoldFit> Fit(
        Design design, Recipe recipe, GramMatrix matrix, ImmutableArray<Fold> folds, CancellationToken cancellation)
    {
        ImmutableArray<FoldFit> fits = [.. folds.Select(fold => new FoldFit(design, recipe, matrix, fold))];
        Solve(matrix, [.. fits.Select(fit => fit.Auxiliary)], cancellation);
        Solve(matrix, [.. fits.Select(fit => fit.Proper)], cancellation);
        return fits;
    }

    /// <summary>The last fold first, which may train on most; the others start from what it came to.</summary>
    static void Solve(GramMatrix matrix, ImmutableArray<ImmutableArray<RidgeSystem>> folds, CancellationToken cancellation)
    {
        RidgeSystem.Solve(matrix, folds[^1], cancellation);
        foreach (var (system, k) in folds[..^1].SelectMany(systems => systems.Select((system, k) => (system, k))))
            system.StartFrom(folds[^1][k]);
        RidgeSystem.Solve(matrix, [.. folds[..^1].SelectMany(systems => systems)], cancellation);
    }
}
