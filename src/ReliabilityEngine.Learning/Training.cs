using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Learning;

/// <summary>Trains a model by a recipe and measures it on outlets that its folds' models never saw.</summary>
public static class Training
{
    public const int FewestLabels = 40;
    public const int FewestOutlets = 4;

    /// <param name="examples">Of the recipe's files: <see cref="ExampleFile.ReadAll"/>.</param>
    /// <param name="ablation">Train again without each part of the recipe, which takes a dozen times as long.</param>
    public static TrainingRun Run(
        Recipe recipe, ImmutableArray<Example> examples, IProgress<TrainingStep>? progress, CancellationToken cancellation, bool ablation = false)
    {
        RefuseFew(recipe, examples);
        var learner = Learners.Named(recipe.Learner);
        var table = ExampleTable.Measure(examples, recipe.NGrams, Step(progress, "measuring the articles"), cancellation);
        var folds = GroupedSplit.Create(examples, Labelled(table, recipe), recipe.Folds);
        var outcome = learner.Train(table, recipe, folds, progress, cancellation);
        var scores = OutOfFoldScore.All(table, recipe, folds, outcome);
        var bytes = ModelFile.Write(Header(recipe, table, folds, outcome), outcome.Weights);
        var model = ModelFile.Read(bytes, $"{recipe.Target}.model");
        progress?.Report(new("exchanging names", 0));
        var main = recipe.Train[0];
        var evaluation = new Evaluation
        {
            Agreements = [.. recipe.Train.Select(source => Evaluator.Agree(source, table, scores))],
            Outlets = Evaluator.ByOutlet(main, scores),
            Lengths = Evaluator.ByLength(main, scores),
            Importances = Evaluator.Importances(main, table, folds, outcome, recipe.Seed),
            Swaps = SwapAudit.Run(model, scores.Select(score => score.Row.Example.Article), cancellation),
        };
        return new(recipe, model, bytes, ablation ? evaluation with { Ablation = AblationStudy.Run(recipe, table, progress, cancellation) } : evaluation,
            scores, DataSummary.Of(recipe, table), ModelTrial.Of(model, recipe, examples, scores));
    }

    internal static IEnumerable<int> Labelled(ExampleTable table, Recipe recipe) =>
        Enumerable.Range(0, table.Count).Where(row => table.Rows[row].Obstacle is null && recipe.Train.Any(source => table.Rows[row].Example.ValueOf(source) is not null));

    static ModelHeader Header(Recipe recipe, ExampleTable table, ImmutableArray<Fold> folds, TrainingOutcome outcome)
    {
        var graded = OutOfFoldScore.Graded(table, recipe, folds);
        return new()
        {
            Target = recipe.Target,
            Learner = recipe.Learner,
            Lowest = recipe.Lowest,
            Highest = recipe.Highest,
            Features = [.. FeatureSet.All.Select(feature => feature.Name)],
            Extractor = Extractor.Version,
            NGrams = recipe.NGrams,
            Intervals = IntervalTable.Fit([.. graded.Select(pair => outcome.OutOfFold[pair.Row])], [.. graded.Select(pair => pair.Label)], recipe.Coverage),
            RecipeHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(recipe.Source))),
            Outlets = OutletMark.OfAll(table.Rows.Select(row => row.Example.Outlet)),
        };
    }

    static void RefuseFew(Recipe recipe, ImmutableArray<Example> examples)
    {
        var labelled = examples.Where(example => recipe.Train.Any(source => example.ValueOf(source) is not null)).ToArray();
        var outlets = labelled.Select(example => example.Outlet).Distinct(StringComparer.Ordinal).Count();
        if (labelled.Length < FewestLabels || outlets < FewestOutlets)
        {
            throw new TrainingException($"{labelled.Length} articles of {outlets} outlets have a label \"{recipe.Target}\"; " +
                $"training needs {FewestLabels} of {FewestOutlets} at least: {Math.Max(0, FewestLabels - labelled.Length)} articles and " +
                $"{Math.Max(0, FewestOutlets - outlets)} outlets are missing");
        }
    }

    static Progress<double>? Step(IProgress<TrainingStep>? progress, string name) =>
        progress is null ? null : new Progress<double>(share => progress.Report(new(name, share)));
}

/// <summary>A trained model with all that was measured of it.</summary>
/// <param name="Bytes">The model's file.</param>
/// <param name="Trial">What is kept of its scores, to compare it with others.</param>
public sealed record TrainingRun(
    Recipe Recipe, Model Model, byte[] Bytes, Evaluation Evaluation, ImmutableArray<OutOfFoldScore> OutOfFold, ImmutableArray<DataSummary> Data,
    ModelTrial Trial);
