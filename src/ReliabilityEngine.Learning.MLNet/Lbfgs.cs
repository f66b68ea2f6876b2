using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace ReliabilityEngine.Learning.MLNet;

/// <summary>
/// Logistic regression on the label as a share of its range (Papke and Wooldridge 1996), by L-BFGS. ML.NET's labels are
/// yes or no, so that an example is given twice: as a yes that weighs its share, and as a no that weighs the rest.
/// </summary>
sealed class Lbfgs : Method
{
    const int MostSteps = 200;
    const float Tolerance = 1e-6f;

    public override IEnumerable<VectorRow> Rows(VectorRow row, Recipe recipe)
    {
        var share = Math.Clamp((row.Label - recipe.Lowest) / (recipe.Highest - recipe.Lowest), 0, 1);
        if (share > 0)
            yield return new() { Features = row.Features, IsHigh = true, Weight = (float)(row.Weight * share) };
        if (share < 1)
            yield return new() { Features = row.Features, IsHigh = false, Weight = (float)(row.Weight * (1 - share)) };
    }

    public override ITransformer Fit(MLContext context, IDataView rows, IReadOnlyCollection<VectorRow> examples, Recipe recipe)
    {
        var mean = Math.Clamp((examples.Average(example => example.Label) - recipe.Lowest) / (recipe.Highest - recipe.Lowest), 0.05, 0.95);
        return context.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = nameof(VectorRow.IsHigh),
            FeatureColumnName = nameof(VectorRow.Features),
            ExampleWeightColumnName = nameof(VectorRow.Weight),
            // Near the mean the loss is a squared error in the logarithm of odds, times half of the variance of a yes; the recipe's penalty goes with the error alone.
            L2Regularization = (float)(recipe.Penalty * mean * (1 - mean)),
            L1Regularization = 0,
            NumberOfThreads = 1,
            MaximumNumberOfIterations = MostSteps,
            OptimizationTolerance = Tolerance,
        }).Fit(rows);
    }

    public override Link Link(double lowest, double highest) => new(lowest, highest, IsLogistic: true);
}
