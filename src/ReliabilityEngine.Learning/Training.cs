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

    static readonly ImmutableSortedDictionary<string, string> NoLabels = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <param name="examples">Of the recipe's files: <see cref="ExampleFile.ReadAll"/>.</param>
    public static TrainingRun Run(Recipe recipe, ImmutableArray<Example> examples, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        // Before they are measured, which takes a while.
        RefuseFew(recipe, examples);
        return Run(recipe, ExampleTable.Measure(examples, recipe.NGrams, null, cancellation), null, cancellation);
    }

    /// <param name="table">The examples of the recipe's files, measured for its n-grams.</param>
    /// <param name="study">Also fit without each part of the recipe and with it alone, which takes some minutes.</param>
    public static TrainingRun Run(
        Recipe recipe, ExampleTable table, IProgress<TrainingStep>? progress, CancellationToken cancellation, bool study = false)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(table);
        // A text that cannot be judged teaches nothing, whatever was said of it.
        Example[] examples = [.. table.Rows.Select(row => row.Obstacle is null ? row.Example : row.Example with { Labels = NoLabels })];
        RefuseFew(recipe, examples);
        var folds = GroupedSplit.Create(examples, Labelled(table, recipe).Where(row => recipe.Prior?.HasSeen(examples[row].Outlet) != true), recipe.Folds);
        var (from, later) = TimeSplit.Create(examples, folds, recipe);
        var learner = recipe.Prior is { } prior ? new AdaptingLearner(prior.Model) : Learners.Named(recipe.Learner);
        if (study && learner is not LinearLearner)
        {
            throw new TrainingException($"what the parts of a recipe are worth is found with the learner \"{LinearLearner.Name}\", " +
                (recipe.Prior is null ? $"not with \"{recipe.Learner}\"" : "not by moving the shipped model"));
        }

        if (recipe.Prior is not null && recipe.Learner != LinearLearner.Name)
            throw new TrainingException($"only the learner \"{LinearLearner.Name}\" begins with the shipped model, not \"{recipe.Learner}\", which learns from the labels alone");
        var trained = learner.Train(table, recipe, [.. folds, .. later], progress, cancellation);
        var outcome = new TrainingOutcome(trained.Formula, trained.Folds[..folds.Length]);
        var scores = OutOfFoldScore.All(table, recipe, outcome);
        var bytes = ModelFile.Write(Header(recipe, table, outcome), outcome.Formula);
        var model = ModelFile.Read(bytes, $"{recipe.Target}.model");
        progress?.Report(new("exchanging names", 0));
        var main = recipe.Train[0];
        var evaluation = new Evaluation
        {
            Agreements = [.. recipe.Train.Select(source => Evaluator.Agree(source, table, scores))],
            Outlets = Evaluator.ByOutlet(main, scores),
            Lengths = Evaluator.ByLength(main, scores),
            Unusualness = Evaluator.ByUnusualness(main, outcome.Formula.Standardizer, scores),
            Importances = Evaluator.Importances(main, table, outcome, recipe.Seed, cancellation),
            Later = from is { } date ? Evaluator.ByTime(main, date, table, outcome, new(trained.Formula, trained.Folds[folds.Length..])) : null,
            Swaps = SwapAudit.Run(model, scores.Select(score => score.Row), cancellation),
        };
        return new(recipe, model, bytes, study ? evaluation with { Ablation = AblationStudy.Run(recipe, table, progress, cancellation) } : evaluation,
            scores, DataSummary.Of(recipe, table), ModelTrial.Of(model, recipe, scores));
    }

    internal static IEnumerable<int> Labelled(ExampleTable table, Recipe recipe) =>
        Enumerable.Range(0, table.Count).Where(row => table.Rows[row].Obstacle is null && recipe.Train.Any(source => table.Rows[row].Example.ValueOf(source) is not null));

    static ModelHeader Header(Recipe recipe, ExampleTable table, TrainingOutcome outcome) =>
        new()
        {
            Target = recipe.Target,
            Learner = recipe.Prior is null ? recipe.Learner : LinearLearner.Name,
            Lowest = recipe.Lowest,
            Highest = recipe.Highest,
            Features = [.. FeatureSet.All.Select(feature => feature.Name)],
            Extractor = Extractor.Version,
            NGrams = recipe.NGrams,
            Intervals = OutOfFoldScore.IntervalsOf(OutOfFoldScore.Graded(table, recipe, outcome), table, outcome, recipe),
            RecipeHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(recipe.Source))),
            Outlets = OutletMark.OfAll(table.Rows.Select(row => row.Example).Where(example => recipe.AllLabels.Any(source => example.ValueOf(source) is not null))
                .Select(example => example.Outlet), recipe.Prior?.Model.Header),
        };

    static void RefuseFew(Recipe recipe, IReadOnlyCollection<Example> examples)
    {
        var labelled = examples.Where(example => example.Outlet != Article.UnknownOutlet && recipe.Train.Any(source => example.ValueOf(source) is not null)).ToArray();
        RefuseFew(labelled, $"can be judged, name their outlet and have a label \"{recipe.Target}\"; training needs", "");
        if (recipe.Prior is { } prior)
        {
            RefuseFew([.. labelled.Where(example => !prior.HasSeen(example.Outlet))],
                $"have a label \"{recipe.Target}\" and are of outlets that the shipped model was not trained on; judging what it learns needs",
                "; without the shipped model all labels can judge");
        }
    }

    static void RefuseFew(Example[] labelled, string what, string remedy)
    {
        var outlets = labelled.Select(example => example.Outlet).Distinct(StringComparer.Ordinal).Count();
        if (labelled.Length < FewestLabels || outlets < FewestOutlets)
        {
            throw new TrainingException($"{Number(labelled.Length, "article")} of {Number(outlets, "outlet")} {what} {FewestLabels} of {FewestOutlets} at least: " +
                $"{Number(Math.Max(0, FewestLabels - labelled.Length), "article")} and {Number(Math.Max(0, FewestOutlets - outlets), "outlet")} are missing{remedy}");
        }

        static string Number(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
    }
}

/// <summary>A trained model with all that was measured of it.</summary>
/// <param name="Bytes">The model's file.</param>
/// <param name="Trial">What is kept of its scores, to compare it with others.</param>
public sealed record TrainingRun(
    Recipe Recipe, Model Model, byte[] Bytes, Evaluation Evaluation, ImmutableArray<OutOfFoldScore> OutOfFold, ImmutableArray<DataSummary> Data,
    ModelTrial Trial);
