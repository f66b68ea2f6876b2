using System.Collections.Concurrent;
using ReliabilityEngine.Features;

namespace ReliabilityEngine.Learning.Tests;

/// <summary>What holds of every learner that the build has.</summary>
public class LearnerLaws
{
    static readonly ConcurrentDictionary<string, Lazy<TrainingRun>> Runs = new(StringComparer.Ordinal);

    static readonly Lazy<ExampleTable> Table = new(() => ExampleTable.Measure(
        ExampleFile.ReadAll(Recipes.OverLabelledArticles(), null, OutletNames.Default), Recipes.OverLabelledArticles().NGrams, null, CancellationToken.None));

    static LearnerLaws()
    {
#if MLNET
        MLNet.MLNetLearner.AddAll();
#endif
    }

    public static TheoryData<string> All => [.. Learners.BuiltIn];

    [Fact]
    public void There_are_learners() => Assert.NotEmpty(All);

    [Theory]
    [MemberData(nameof(All))]
    public void It_learns_and_gives_the_same_bytes_twice(string learner)
    {
        Assert.Equal(RunOf(learner).Bytes, Train(learner).Bytes);
        Assert.Equal(learner, RunOf(learner).Model.Header.Learner);
        Assert.True(RunOf(learner).Evaluation.Agreements[0].R > 0.5, $"{learner}: r {RunOf(learner).Evaluation.Agreements[0].R} on outlets that it never saw");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Its_reasons_add_up(string learner)
    {
        var run = RunOf(learner);
        var engine = Engine.Load(run.Model);
        Assert.NotEmpty(run.OutOfFold);
        Assert.All(run.OutOfFold.Take(10), row =>
        {
            var score = engine.Score(row.Row.Example.Article);
            var reasons = score.Contributions.Where(reason => reason.Target == run.Model.Target).ToArray();
            Assert.Contains(reasons, reason => FeatureSet.All.Any(feature => feature.Name == reason.Feature));
            Assert.Equal(score.Reliability.Score!.Value, score.Reliability.Base!.Value + reasons.Sum(reason => reason.Points), 0.05);
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_reasons_of_a_linear_learner_leave_the_same_to_every_article(string learner)
    {
        var (formula, rows) = (RunOf(learner).Model.Formula, RunOf(learner).OutOfFold.Select(score => score.Row).ToArray());
        double[] rests = [.. rows.Select(row => Rest(row, formula.Explain(row.Features, row.Grams)))];
        var isLinear = Learners.All.Single(known => known.Name == learner).IsLinear;
        Assert.Equal(isLinear, rests.Max() - rests.Min() < 0.05);
        Assert.Equal(isLinear ? "other words" : "together", formula.Explain(rows[0].Features, rows[0].Grams).Rest);

        double Rest(MeasuredExample row, Points points) =>
            formula.Predict(row.Features, row.Grams) - formula.Base - points.Features.Sum() - points.Grams.Sum();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_it_wrote_reads_back_and_scores_and_explains_alike_on_many_threads(string learner)
    {
        var (run, again) = (RunOf(learner), ModelFile.Read(RunOf(learner).Bytes, "again.model"));
        double[] expected = [.. run.OutOfFold.Select(row => run.Model.Predict(row.Row.Features, row.Row.Grams))];
        Assert.True(expected.Max() - expected.Min() > 5, $"{learner}: {expected.Min()} to {expected.Max()}");
        Points[] reasons = [.. run.OutOfFold.Select(row => run.Model.Formula.Explain(row.Row.Features, row.Row.Grams))];
        Parallel.For(0, 500, i =>
        {
            var (k, row) = (i % expected.Length, run.OutOfFold[i % expected.Length].Row);
            Assert.Equal(expected[k], again.Predict(row.Features, row.Grams));
            Assert.True(reasons[k].Features.SequenceEqual(again.Formula.Explain(row.Features, row.Grams).Features));
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Another_value_of_a_feature_shifts_the_score_by_what_it_says(string learner)
    {
        var (formula, rows) = (RunOf(learner).Model.Formula, RunOf(learner).OutOfFold.Select(score => score.Row).ToArray());
        var (row, others) = (rows[0], rows[1].Features);
        var shifts = formula.Shifts(row.Features, row.Grams, others);
        Assert.Equal(FeatureSet.All.Length, shifts.Length);
        for (var feature = 0; feature < shifts.Length; feature++)
        {
            var after = formula.Predict(new([.. row.Features.Values.SetItem(feature, others[feature])]), row.Grams);
            Assert.Equal(after - formula.Predict(row.Features, row.Grams), shifts[feature], 1e-4);
        }

        Assert.Contains(shifts, shift => Math.Abs(shift) > 0.01);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_tells_how_far_it_is_and_stops_when_asked(string learner)
    {
        using var source = new CancellationTokenSource();
        var steps = new ConcurrentQueue<TrainingStep>();
        var progress = new Stopping(step =>
        {
            steps.Enqueue(step);
            source.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => Training.Run(RecipeFor(learner), Table.Value, progress, source.Token));
        Assert.NotEmpty(steps);
        Assert.All(steps, step => Assert.InRange(step.Share, 0, 1));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_related_labels_say_is_part_of_the_score_and_of_its_reasons(string learner)
    {
        // Two articles of three have the label proper, the others the related one.
        var table = Table.Value with { Rows = [.. Table.Value.Rows.Select((row, i) => row with { Example = row.Example with { File = i % 3 == 0 ? "related" : "proper" } })] };
        var proper = RecipeFor(learner) with { Train = [new("reliability", "proper", "reliability", [], 1)], AuxiliaryWeight = 1 };
        var related = proper with { Auxiliary = [new("bias", "related", "bias", [], 1)] };
        var (without, with) = (Training.Run(proper, table, null, CancellationToken.None), Training.Run(related, table, null, CancellationToken.None));
        Assert.NotEmpty(with.OutOfFold);
        Assert.Contains(with.OutOfFold.Zip(without.OutOfFold), pair => Math.Abs(pair.First.Raw - pair.Second.Raw) > 1);
        var row = with.OutOfFold[0].Row;
        var again = ModelFile.Read(with.Bytes, "again.model").Formula;
        Assert.Equal(with.Model.Predict(row.Features, row.Grams), again.Predict(row.Features, row.Grams));
        var score = Engine.Load(with.Model).Score(row.Example.Article);
        var reasons = score.Contributions.Where(reason => reason.Target == with.Model.Target);
        Assert.Equal(score.Reliability.Score!.Value, score.Reliability.Base!.Value + reasons.Sum(reason => reason.Points), 0.05);
    }

    [Fact]
    public void A_learner_that_is_not_built_in_is_refused_with_how_to_get_it()
    {
        Assert.Contains("-p:MLNet=true", Learners.Missing("mlnet-fasttree"), StringComparison.Ordinal);
        Assert.DoesNotContain("MLNet", Assert.Throws<TrainingException>(() => Learners.Named("none")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_by_a_learner_that_is_not_built_in_is_refused_by_name()
    {
        var run = RunOf(LinearLearner.Name);
        var bytes = ModelFile.Write(run.Model.Header with { Learner = "mlnet-none" }, run.Model.Formula);
        var message = Assert.Throws<ModelException>(() => ModelFile.Read(bytes, "other.model")).Message;
        Assert.StartsWith("other.model: ", message, StringComparison.Ordinal);
        Assert.Contains("\"mlnet-none\"", message, StringComparison.Ordinal);
    }

#if MLNET
    [Fact]
    public void A_model_of_ML_NET_with_other_slots_is_refused_with_the_first_that_differs()
    {
        foreach (var learner in Learners.BuiltIn.Where(name => name != LinearLearner.Name))
        {
            var header = RunOf(learner).Model.Header;
            var bytes = ModelFile.Write(header with { NGrams = [header.NGrams[0] with { Bits = header.NGrams[0].Bits + 1 }] }, RunOf(learner).Model.Formula);
            var message = Assert.Throws<ModelException>(() => ModelFile.Read(bytes, "other.model")).Message;
            Assert.StartsWith("other.model: ", message, StringComparison.Ordinal);
            Assert.Contains(FeatureSet.All[0].Name, message, StringComparison.Ordinal);
        }
    }
#endif

    static Recipe RecipeFor(string learner) => Recipes.OverLabelledArticles() with { Learner = learner };

    static TrainingRun RunOf(string learner) => Runs.GetOrAdd(learner, name => new(() => Train(name))).Value;

    static TrainingRun Train(string learner) => Training.Run(RecipeFor(learner), Table.Value, null, CancellationToken.None);

    sealed class Stopping(Action<TrainingStep> report) : IProgress<TrainingStep>
    {
        public void Report(TrainingStep value) => report(value);
    }
}
