using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace ReliabilityEngine.Learning.MLNet;

/// <summary>
/// ML.NET's stochastic dual coordinate ascent (Shalev-Shwartz and Zhang 2013) over the same weighted n-grams and
/// standardised features as the linear learner. What it fits is linear too, so its model is written, read, scored and
/// explained like any other: no ML.NET is needed to use it.
/// </summary>
public sealed class SdcaLearner : ILearner
{
    public const string Name = "mlnet-sdca";

    const int MostPasses = 200;
    const float Tolerance = 0.001f;

    public TrainingOutcome Train(
        ExampleTable table, Recipe recipe, ImmutableArray<Fold> folds, IProgress<TrainingStep>? progress, CancellationToken cancellation)
    {
        if (!recipe.Auxiliary.IsEmpty)
            throw new TrainingException($"learner \"{Name}\" takes no auxiliary labels: leave \"auxiliary\" empty, or use \"linear\"");
        var design = Design.Of(table, recipe);
        var outcomes = ImmutableArray.CreateBuilder<FoldOutcome>(folds.Length);
        foreach (var fold in folds)
        {
            progress?.Report(new("fitting", (double)outcomes.Count / (folds.Length + 1)));
            cancellation.ThrowIfCancellationRequested();
            var fit = Fit(design, recipe.Seed, row => fold.Train[row]);
            outcomes.Add(new(fold, design.Weights(fit.Weights, fit.Intercept), [.. fold.Test.Select(row => fit.Predict(design.Rows[row]))]));
        }

        var whole = Fit(design, recipe.Seed, _ => true);
        return new(design.Weights(whole.Weights, whole.Intercept), outcomes.MoveToImmutable());
    }

    /// <summary>A model for each kind of label, and their mean.</summary>
    static LinearFit Fit(Design design, int seed, Func<int, bool> mayTrain)
    {
        var mean = new LinearFit(new double[design.Columns], 0);
        foreach (var labels in design.Proper)
            mean = mean.Plus(Fit(design, labels, seed, mayTrain), labels.Share);
        return mean;
    }

    static LinearFit Fit(Design design, LabelColumn labels, int seed, Func<int, bool> mayTrain)
    {
        var rows = Enumerable.Range(0, design.Rows.Length).Where(row => mayTrain(row) && !double.IsNaN(labels.Values[row]))
            .Select(row => SdcaRow.Of(design.Rows[row], design.Columns, labels.Values[row])).ToArray();
        if (rows.Length == 0)
            throw new TrainingException($"no article with a label \"{labels.Name}\" is left to train on; more outlets are needed");
        // A context of its own and one thread: the same data then give the same weights.
        var context = new MLContext(seed);
        var schema = SchemaDefinition.Create(typeof(SdcaRow));
        schema[nameof(SdcaRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, design.Columns);
        var trainer = context.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options
        {
            LabelColumnName = nameof(SdcaRow.Label),
            FeatureColumnName = nameof(SdcaRow.Features),
            // The trainer weighs the mean loss against half of this times the squared weights; the recipe, the sum against its penalty.
            L2Regularization = 2 * labels.Penalty / rows.Length,
            L1Regularization = 0,
            NumberOfThreads = 1,
            MaximumNumberOfIterations = MostPasses,
            ConvergenceTolerance = Tolerance,
        });
        var model = trainer.Fit(context.Data.LoadFromEnumerable(rows, schema)).Model;
        return new([.. model.Weights.Select(weight => (double)weight)], model.Bias);
    }

    sealed record LinearFit(double[] Weights, double Intercept)
    {
        public LinearFit Plus(LinearFit other, double share) =>
            new([.. Weights.Zip(other.Weights, (weight, added) => weight + (share * added))], Intercept + (share * other.Intercept));

        public double Predict(SparseRow row) => Intercept + row.Indices.Zip(row.Values, (index, value) => Weights[index] * value).Sum();
    }
}
