using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace ReliabilityEngine.Learning.MLNet;

/// <summary>Gradient-boosted regression trees (Friedman 2001), which say what each measurement adds beside what was learned.</summary>
sealed class FastTree : Method
{
    // A fork at a rarer n-gram parts few articles from the rest, and each tree would go through tens of thousands of them.
    const int LeastShare = 10;

    public override int LeastExamples(Recipe recipe, int examples) => Math.Max(recipe.Trees.LeastExamples, examples / LeastShare);

    public override ITransformer Fit(MLContext context, IDataView rows, IReadOnlyCollection<VectorRow> examples, Recipe recipe)
    {
        var trees = context.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options
        {
            LabelColumnName = nameof(VectorRow.Label),
            FeatureColumnName = nameof(VectorRow.Features),
            ExampleWeightColumnName = nameof(VectorRow.Weight),
            NumberOfTrees = recipe.Trees.Count,
            NumberOfLeaves = recipe.Trees.Leaves,
            MinimumExampleCountPerLeaf = recipe.Trees.LeastExamples,
            LearningRate = recipe.Trees.Rate,
            FeatureFraction = recipe.Trees.FeatureShare,
            Seed = recipe.Seed,
            FeatureSelectionSeed = recipe.Seed,
            NumberOfThreads = 1,
        }).Fit(rows);
        // No more features can have a part in a score than the trees have forks.
        var forks = recipe.Trees.Count * recipe.Trees.Leaves;
        var contributions = context.Transforms.CalculateFeatureContribution(trees, forks, forks, normalize: false).Fit(rows);
        return new TransformerChain<ITransformer>(trees, contributions);
    }
}
