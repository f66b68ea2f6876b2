using System.Collections.Immutable;

namespace ReliabilityEngine.Learning.Evaluations;

/// <summary>Trains again without each part of a recipe, and with it alone, to say what it is worth.</summary>
public static class AblationStudy
{
    public static ImmutableArray<AblationResult> Run(
        Recipe whole, ExampleTable table, IProgress<TrainingStep>? progress, CancellationToken cancellation)
    {
        var parts = Parts(whole).ToArray();
        var results = ImmutableArray.CreateBuilder<AblationResult>(parts.Length);
        for (var i = 0; i < parts.Length; i++)
        {
            progress?.Report(new("leaving parts out", (double)i / parts.Length));
            results.Add(new(parts[i].Name, R(parts[i].Without), parts[i].Alone is { } alone ? R(alone) : null));
        }

        return results.MoveToImmutable();

        double R(Recipe recipe)
        {
            var folds = GroupedSplit.Create([.. table.Rows.Select(row => row.Example)], Training.Labelled(table, recipe), recipe.Folds);
            var outcome = Learners.Named(recipe.Learner).Train(table, recipe, folds, null, cancellation);
            var source = recipe.Train[0];
            var rows = folds.SelectMany(fold => fold.Test).Where(row => table.Rows[row].Example.ValueOf(source) is not null).ToArray();
            return Measures.Correlation([.. rows.Select(row => outcome.OutOfFold[row])], [.. rows.Select(row => table.Rows[row].Example.ValueOf(source)!.Value)]);
        }
    }

    static IEnumerable<(string Name, Recipe Without, Recipe? Alone)> Parts(Recipe recipe)
    {
        // A weight near nothing stands for leaving out, so that the measured n-grams can be used again.
        const double Nothing = 1e-6;
        ImmutableArray<double> silent = [.. recipe.NGrams.Select(_ => Nothing)];
        if (recipe.FeatureWeight > 0)
            yield return ("declared features", recipe with { FeatureWeight = 0 }, WithBlocks(recipe, silent) with { Auxiliary = [], AuxiliaryWeight = 0 });
        if (!recipe.Auxiliary.IsEmpty)
            yield return ("auxiliary models", recipe with { Auxiliary = [] }, null);
        for (var i = 0; i < recipe.NGrams.Length; i++)
        {
            var alone = WithBlocks(recipe, silent.SetItem(i, 1)) with { Auxiliary = [], FeatureWeight = 0 };
            yield return ($"n-grams: {recipe.NGrams[i].Name}", WithBlocks(recipe, Weights(recipe).SetItem(i, Nothing)), alone);
        }
    }

    static ImmutableArray<double> Weights(Recipe recipe) => [.. recipe.NGrams.Select(block => block.Weight)];

    static Recipe WithBlocks(Recipe recipe, ImmutableArray<double> weights) =>
        recipe with { NGrams = [.. recipe.NGrams.Zip(weights, (block, weight) => block with { Weight = weight })] };
}
