using System.Collections.Immutable;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Learning.Evaluations;

/// <summary>What a model that never saw an example's outlet says of it.</summary>
/// <param name="Raw">Before it is held within the target's range.</param>
public sealed record OutOfFoldScore(MeasuredExample Row, TargetScore Score, double Raw, string Fold)
{
    /// <summary>
    /// The scores of all folds; each fold's intervals come from the residuals of the others.
    /// </summary>
    public static ImmutableArray<OutOfFoldScore> All(ExampleTable table, Recipe recipe, TrainingOutcome outcome)
    {
        var graded = Graded(table, recipe, outcome);
        var scores = ImmutableArray.CreateBuilder<OutOfFoldScore>();
        foreach (var fold in outcome.Folds.Select(result => result.Fold))
        {
            // An outlet's residuals must not set its own interval.
            var outlets = fold.Test.Select(row => table.Rows[row].Example.Outlet).ToHashSet(StringComparer.Ordinal);
            var others = graded.Where(pair => !outlets.Contains(table.Rows[pair.Row].Example.Outlet));
            var intervals = IntervalsOf(others, table, outcome, recipe);
            foreach (var row in fold.Test)
                scores.Add(new(table.Rows[row], ScoreOf(outcome.OutOfFold[row], table.Rows[row], intervals, recipe, outcome.Formula), outcome.OutOfFold[row], fold.Name));
        }

        return scores.DrainToImmutable();
    }

    /// <summary>What the residuals of labelled rows say of how far a score may be off.</summary>
    public static IntervalTable IntervalsOf(IEnumerable<(int Row, double Label)> labelled, ExampleTable table, TrainingOutcome outcome, Recipe recipe) =>
        IntervalTable.Fit(
            labelled.Select(pair => new JudgedScore(
                outcome.OutOfFold[pair.Row], pair.Label, outcome.Formula.Standardizer.Unusualness(table.Rows[pair.Row].Features))), recipe.Coverage);

    /// <summary>Rows with a graded label; where there is none, all labelled rows.</summary>
    public static ImmutableArray<(int Row, double Label)> Graded(ExampleTable table, Recipe recipe, TrainingOutcome outcome)
    {
        var judged = outcome.Folds.SelectMany(result => result.Fold.Test).ToArray();
        var graded = Labelled(recipe.Train.Where(source => source.Values.IsEmpty));
        return graded.IsEmpty ? Labelled(recipe.Train) : graded;

        ImmutableArray<(int, double)> Labelled(IEnumerable<LabelSource> sources) =>
        [
            .. from row in judged
               let value = sources.Select(source => table.Rows[row].Example.ValueOf(source)).FirstOrDefault(value => value is not null)
               where value is not null
               select (row, value.Value),
        ];
    }

    static TargetScore ScoreOf(double raw, MeasuredExample row, IntervalTable intervals, Recipe recipe, IFormula formula)
    {
        var score = Held(raw);
        var half = intervals.HalfWidth(score, row.Words, formula.Standardizer.Unusualness(row.Features));
        return new(score, new(Held(score - half), Held(score + half)), Math.Round(formula.Base, 1));

        double Held(double value) => Math.Round(Math.Clamp(value, recipe.Lowest, recipe.Highest), 1);
    }
}
