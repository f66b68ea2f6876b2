using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace ReliabilityEngine.Learning.MLNet;

/// <summary>Ridge regression by stochastic dual coordinate ascent (Shalev-Shwartz and Zhang 2013).</summary>
sealed class Sdca : Method
{
    const int MostPasses = 200;
    const float Tolerance = 0.001f;

    public override ITransformer Fit(MLContext context, IDataView rows, IReadOnlyCollection<VectorRow> examples, Recipe recipe) =>
        context.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options
        {
            LabelColumnName = nameof(VectorRow.Label),
            FeatureColumnName = nameof(VectorRow.Features),
            ExampleWeightColumnName = nameof(VectorRow.Weight),
            // The trainer weighs the mean loss against half of this times the squared weights; the recipe, the sum against its penalty.
            L2Regularization = (float)(2 * recipe.Penalty / examples.Count),
            L1Regularization = 0,
            // More threads update in any order.
            NumberOfThreads = 1,
            MaximumNumberOfIterations = MostPasses,
            ConvergenceTolerance = Tolerance,
        }).Fit(rows);
}
