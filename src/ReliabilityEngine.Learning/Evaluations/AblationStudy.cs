using System.Collections.Immutable;
using ReliabilityEngine.Features;

namespace ReliabilityEngine.Learning.Evaluations;

/// <summary>
/// Fits again without each part of a recipe, and with it alone, to say what it is worth. The products of articles are
/// sums over parts, so that leaving one out is a subtraction.
/// </summary>
static class AblationStudy
{
    public static ImmutableArray<AblationResult> Run(
        Recipe recipe, ExampleTable table, IProgress<TrainingStep>? progress, CancellationToken cancellation)
    {
        var design = Design.Of(table, recipe);
        var folds = GroupedSplit.Create([.. table.Rows.Select(row => row.Example)], Judged(table, recipe.Train[0]), recipe.Folds);
        var whole = GramMatrix.Build(design.Rows, design.Columns, cancellation);
        var results = ImmutableArray.CreateBuilder<AblationResult>();
        results.Add(new("nothing", R(design, whole), null));
        if (recipe.Train.Length > 1)
            results.Add(new("labels of other kinds", R(design with { Proper = [design.Proper[0] with { Share = 1 }] }, whole), null));
        if (!recipe.Auxiliary.IsEmpty)
            results.Add(new("auxiliary models", R(design with { Auxiliary = [] }, whole), null));
        foreach (var part in Parts(recipe, table))
        {
            progress?.Report(new($"leaving out {part.Name}", 0));
            var alone = GramMatrix.Build([.. design.Rows.Select(row => row.Between(part.First, part.End))], design.Columns, cancellation);
            var without = R(design, whole.Less(alone));
            results.Add(new(part.Name, without, R(design with { Auxiliary = [] }, alone.Times(1 / (part.Weight * part.Weight)))));
        }

        return results.DrainToImmutable();

        double R(Design parts, GramMatrix matrix)
        {
            var scores = folds.Zip(LinearLearner.Fit(parts, recipe, matrix, folds, cancellation)).SelectMany(pair => pair.Second.Predict(pair.First)).ToArray();
            return Measures.Correlation(scores, [.. folds.SelectMany(fold => fold.Test).Select(row => table.Rows[row].Example.ValueOf(recipe.Train[0])!.Value)]);
        }
    }

    static IEnumerable<int> Judged(ExampleTable table, LabelSource main) =>
        Enumerable.Range(0, table.Count).Where(row => table.Rows[row].Obstacle is null && table.Rows[row].Example.ValueOf(main) is not null);

    static IEnumerable<Part> Parts(Recipe recipe, ExampleTable table)
    {
        if (recipe.FeatureWeight > 0)
            yield return new("declared features", table.Layout.Size, table.Layout.Size + FeatureSet.All.Length, recipe.FeatureWeight);
        foreach (var (block, i) in recipe.NGrams.Select((block, i) => (block, i)))
            yield return new($"n-grams: {block.Name}", table.Layout.Offsets[i], table.Layout.Offsets[i] + block.Size, block.Weight);
    }

    /// <param name="First">The part's first column.</param>
    /// <param name="Weight">Its length beside the other parts; alone it is given the length 1.</param>
    readonly record struct Part(string Name, int First, int End, double Weight);
}
