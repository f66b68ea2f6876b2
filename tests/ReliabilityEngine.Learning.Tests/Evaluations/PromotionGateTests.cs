using System.Collections.Immutable;
using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Learning.Tests.Evaluations;

public class PromotionGateTests
{
    static readonly PromotionGate Gate = PromotionGate.Default;

    [Fact]
    public void A_candidate_that_knows_less_is_objected_to_with_by_how_much()
    {
        var verdict = Gate.Judge(Trial(error: 5), Trial(error: 60));

        Assert.Contains("loses", verdict.Objection, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"{-verdict.Comparison!.Correlation.Value:0.000}"), verdict.Objection, StringComparison.Ordinal);
        Assert.Equal((400, 40), (verdict.Articles, verdict.Outlets));
    }

    [Fact]
    public void A_candidate_that_knows_more_and_one_that_knows_the_same_are_welcome()
    {
        Assert.Null(Gate.Judge(Trial(error: 15), Trial(error: 5)).Objection);
        Assert.Null(Gate.Judge(Trial(error: 15), Trial(error: 15)).Objection);
    }

    [Fact]
    public void A_little_correlation_may_go_where_the_error_surely_falls()
    {
        // The one in use scores everything twenty points too high.
        var current = Trial(error: 15) with { Scores = [.. Trial(error: 15).Scores.Select(score => score with { Score = score.Score + 20 })] };

        Assert.Null(Gate.Judge(current, Trial(error: 20)).Objection);
        Assert.Contains("loses", (Gate with { LossForLessError = 0 }).Judge(current, Trial(error: 20)).Objection, StringComparison.Ordinal);
        Assert.Contains("loses", Gate.Judge(Trial(error: 15), Trial(error: 20)).Objection, StringComparison.Ordinal);
        Assert.Contains("loses", Gate.Judge(current, Trial(error: 60)).Objection, StringComparison.Ordinal);
    }

    [Fact]
    public void A_candidate_that_is_surely_farther_off_is_objected_to_however_well_it_orders_the_articles()
    {
        // Half the scale: the correlation is perfect, the scores are not.
        var candidate = Trial(error: 0) with { Scores = [.. Trial(error: 0).Scores.Select(score => score with { Score = score.Score / 2 })] };
        var verdict = Gate.Judge(Trial(error: 15), candidate);

        Assert.True(verdict.Comparison!.Correlation.Low > 0);
        Assert.Contains("mean error", verdict.Objection, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"{verdict.Comparison.Error.Value:0.0} points greater"), verdict.Objection, StringComparison.Ordinal);
        Assert.Null((Gate with { LargestErrorRise = 30 }).Judge(Trial(error: 15), candidate).Objection);
    }

    [Fact]
    public void A_candidate_that_orders_the_outlets_otherwise_is_objected_to()
    {
        // As close to the labels as the other, with errors of its own that whole outlets share.
        var candidate = Trial(error: 0, outletError: 25, seed: 2);
        var verdict = Gate.Judge(Trial(error: 0, outletError: 30, seed: 1), candidate);

        Assert.Contains("orders the outlets otherwise", verdict.Objection, StringComparison.Ordinal);
        Assert.Null((Gate with { LeastOutletRanks = 0 }).Judge(Trial(error: 0, outletError: 30, seed: 1), candidate).Objection);
    }

    [Fact]
    public void Without_enough_shared_articles_nothing_can_be_said()
    {
        var few = Trial(error: 5) with { Scores = [.. Trial(error: 5).Scores.Take(39)] };

        Assert.Contains("cannot be compared", Gate.Judge(few, Trial(error: 5)).Objection, StringComparison.Ordinal);
        Assert.Contains("cannot be compared", Gate.Judge(ModelTrial.None, Trial(error: 5)).Objection, StringComparison.Ordinal);
    }

    [Fact]
    public void The_label_may_come_with_either()
    {
        var silent = Trial(error: 15) with { Scores = [.. Trial(error: 15).Scores.Select(score => score with { Label = null })] };

        Assert.Null(Gate.Judge(silent, Trial(error: 5)).Objection);
        Assert.Contains("loses", Gate.Judge(Trial(error: 5), silent).Objection, StringComparison.Ordinal);
        Assert.Contains("cannot be compared", Gate.Judge(silent, silent).Objection, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trial_comes_back_as_it_was_written()
    {
        var trial = Trial(error: 5);
        var read = ModelTrial.Parse(trial.ToText(withLabels: true), "x.trial.tsv");

        Assert.Equal(trial.Model, read.Model);
        Assert.Equal(trial.Scores.OrderBy(score => score.Article, StringComparer.Ordinal), read.Scores);
        Assert.All(ModelTrial.Parse(trial.ToText(withLabels: false), "x.trial.tsv").Scores, score => Assert.Null(score.Label));
    }

    [Fact]
    public void An_article_that_stands_twice_in_a_trial_is_refused_with_its_line() =>
        Assert.StartsWith("x.trial.tsv:3: ", Assert.Throws<ModelException>(() => ModelTrial.Parse("# heading\nscore\ta\to\t50\nscore\ta\to\t60\n", "x.trial.tsv")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_trial_comes_back_whatever_its_outlets_are_called()
    {
        var trial = new ModelTrial("model-1", [new("a", "the\tharbour\npost", 50, 40)]);
        Assert.Equal(new TrialScore("a", "the harbour post", 50, 40), Assert.Single(ModelTrial.Parse(trial.ToText(withLabels: true), "x.trial.tsv").Scores));
    }

    [Fact]
    public void A_line_that_is_no_trial_is_named() =>
        Assert.StartsWith("x.trial.tsv:2:", Assert.Throws<ModelException>(() => ModelTrial.Parse("# heading\nscore\tone", "x.trial.tsv")).Message, StringComparison.Ordinal);

    /// <summary>Ten articles of each of forty outlets, scored with errors of the given sizes.</summary>
    static ModelTrial Trial(double error, double outletError = 0, int seed = 7)
    {
        var random = new Random(seed);
        double[] shared = [.. Enumerable.Range(0, 40).Select(_ => Error(outletError))];
        ImmutableArray<TrialScore> scores =
        [
            .. Enumerable.Range(0, 400).Select(i =>
            {
                var label = (i % 40 * 2) + (i / 40);
                return new TrialScore(ModelTrial.KeyOf($"outlet {i % 40}", $"{i}"), $"outlet {i % 40}", Math.Round(label + shared[i % 40] + Error(error), 1), label);
            }),
        ];
        return new("model-1", scores);

        double Error(double size) => size * ((2 * random.NextDouble()) - 1);
    }
}
