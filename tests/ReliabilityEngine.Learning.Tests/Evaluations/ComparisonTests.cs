using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Learning.Tests.Evaluations;

public class ComparisonTests
{
    [Fact]
    public void A_candidate_that_knows_more_gains()
    {
        var comparison = Comparison.Of(Scores(current: 20, candidate: 5), 1);
        Assert.True(comparison.Correlation is var r && r.Low > 0 && r.Low <= r.Value && r.Value <= r.High);
        Assert.True(comparison.Error is var error && error.High < 0 && error.Low <= error.Value && error.Value <= error.High);
    }

    [Fact]
    public void The_same_scores_neither_win_nor_lose()
    {
        var comparison = Comparison.Of([.. Scores(20, 20).Select(score => score with { Candidate = score.Current })], 1);
        Assert.Equal((new Change(0, 0, 0), new Change(0, 0, 0)), (comparison.Correlation, comparison.Error));
    }

    [Fact]
    public void Draws_take_both_models_on_the_same_articles()
    {
        // Both are far off, and off together: what divides them is small and sure.
        var random = new Random(3);
        var comparison = Comparison.Of([.. Scores(60, 60).Select(score => score with { Candidate = score.Current + 1 + random.NextDouble() })], 1);
        Assert.InRange(comparison.Correlation.High - comparison.Correlation.Low, 0, 0.005);
        Assert.InRange(comparison.OutletRanks, 0.99, 1);
    }

    [Fact]
    public void Outlets_are_drawn_whole()
    {
        // One outlet of forty decides: whether it is drawn, and how often, widens the interval far beyond that of four hundred single articles.
        PairedScore[] scores = [.. Scores(20, 20).Select(score => score with { Candidate = score.Current })];
        var (whole, single) = (Comparison.Of([.. scores.Select(Off)], 1), Comparison.Of([.. scores.Select((score, i) => Off(score) with { Outlet = $"outlet {i}" })], 1));
        Assert.True(whole.Error.High - whole.Error.Low > 2 * (single.Error.High - single.Error.Low));

        static PairedScore Off(PairedScore score) => score.Outlet == "outlet 0" ? score with { Candidate = score.Current + 100 } : score;
    }

    /// <summary>Labels of forty outlets with an error of the given size added by either model.</summary>
    static PairedScore[] Scores(double current, double candidate)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, 400).Select(i =>
        {
            var label = (i % 40 * 2) + (10 * random.NextDouble());
            return new PairedScore($"outlet {i % 40}", label, label + Error(current), label + Error(candidate));
        })];

        double Error(double size) => size * ((2 * random.NextDouble()) - 1);
    }
}
