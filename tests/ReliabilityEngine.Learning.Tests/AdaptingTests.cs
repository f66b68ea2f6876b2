using System.Collections.Immutable;
using System.Globalization;
using ReliabilityEngine.Learning.Evaluations;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Learning.Tests;

public class AdaptingTests
{
    static readonly ShippedModel Prior = ShippedModel.All.Single(model => model.IsDefault && model.Target == "reliability");

    static readonly Recipe Recipe = RecipeFile.Parse(Recipes.Sound, "sound.json").WithLabels(new("labels.db", null, "labels", null), Prior);

    static readonly Lazy<ExampleTable> Table = new(() => ExampleTable.Measure(
        ExampleFile.ReadAll(Recipes.OverLabelledArticles(), null, OutletNames.Default), Recipe.NGrams, null, CancellationToken.None));

    [Fact]
    public void Labellers_who_always_say_ten_more_shift_the_model_by_about_ten()
    {
        var run = Training.Run(Recipe, Labelled((_, score) => score + 10), null, CancellationToken.None);
        Assert.All(run.OutOfFold, row => Assert.Equal(Prior.Model.Predict(row.Row.Features, row.Row.Grams) + 10, row.Raw, 1.0));
    }

    [Fact]
    public void What_it_learns_is_one_sum_and_knows_all_outlets()
    {
        var run = Training.Run(Recipe, Table.Value, null, CancellationToken.None);
        Assert.True(run.OutOfFold.Length >= Training.FewestLabels);
        var engine = Engine.Load(run.Model);
        Assert.All(run.OutOfFold, row =>
        {
            var score = engine.Score(row.Row.Example.Article);
            Assert.Equal(score.Reliability.Score!.Value, score.Reliability.Base!.Value + score.Contributions.Where(reason => reason.Target == "reliability").Sum(reason => reason.Points), 1e-6);
            Assert.True(run.Model.Header.HasSeen(row.Row.Example.Outlet));
        });
        Assert.Superset(Prior.Model.Header.Outlets!.Value.ToHashSet(), run.Model.Header.Outlets!.Value.ToHashSet());
        Assert.Equal(run.Bytes, Training.Run(Recipe, Table.Value, null, CancellationToken.None).Bytes);
    }

    [Fact]
    public void An_article_that_weighs_nothing_teaches_nothing()
    {
        var odd = Labelled((row, score) => row == 0 ? 100 : score, row => row == 0 ? 1e-9 : 1);
        var run = Training.Run(Recipe, odd, null, CancellationToken.None);
        Assert.Equal(Prior.Model.Predict(odd.Rows[1].Features, odd.Rows[1].Grams), run.Model.Predict(odd.Rows[1].Features, odd.Rows[1].Grams), 0.6);
    }

    [Fact]
    public void A_learner_that_cannot_begin_with_the_shipped_model_is_refused()
    {
        var refusal = Assert.Throws<TrainingException>(() => Training.Run(Recipe with { Learner = "mlnet-sdca" }, Table.Value, null, CancellationToken.None));
        Assert.Contains("begins with the shipped model, not \"mlnet-sdca\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Outlets_that_the_shipped_model_has_seen_cannot_judge_what_it_learns()
    {
        var run = Training.Run(Recipe, Table.Value, null, CancellationToken.None);
        var seen = new ShippedModel("reliability", "reliability", run.Bytes, Prior.Card, run.Trial);
        var refusal = Assert.Throws<TrainingException>(() => Training.Run(Recipe with { Prior = seen }, Table.Value, null, CancellationToken.None));
        Assert.Contains("0 articles of 0 outlets", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("without the shipped model", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_parts_of_a_recipe_are_not_studied_where_the_shipped_model_is_moved() =>
        Assert.Contains("not by moving the shipped model", Assert.Throws<TrainingException>(() =>
            Training.Run(Recipe, Table.Value, null, CancellationToken.None, study: true)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_small_ridge_solves_its_normal_equations()
    {
        (double[], double, double)[] rows = [([1, 2], 3, 1), ([1, -1], 1, 2), ([1, 4], 7, 0.5)];
        var found = SmallRidge.Fit(rows, [0.5, 2]);
        for (var column = 0; column < 2; column++)
        {
            var slope = rows.Sum(row => row.Item3 * row.Item1[column] * (row.Item2 - (found[0] * row.Item1[0]) - (found[1] * row.Item1[1])));
            Assert.Equal((column == 0 ? 0.5 : 2) * found[column], slope, 1e-9);
        }
    }

    /// <summary>The labelled articles with other labels, made of what the prior model says.</summary>
    static ExampleTable Labelled(Func<int, double, double> label, Func<int, double>? weight = null) => Table.Value with
    {
        Rows =
        [
            .. Table.Value.Rows.Select((row, i) => row with
            {
                Example = row.Example with
                {
                    Labels = ImmutableSortedDictionary<string, string>.Empty.Add("reliability", label(i, Prior.Model.Predict(row.Features, row.Grams)).ToString(CultureInfo.InvariantCulture)),
                    Weight = weight?.Invoke(i) ?? 1,
                },
            }),
        ],
    };
}
