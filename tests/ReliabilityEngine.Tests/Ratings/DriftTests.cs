using System.Collections.Immutable;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Tests.Ratings;

public sealed class DriftTests
{
    static readonly ImmutableArray<double> Tenths = [10, 20, 30, 40, 50, 60, 70, 80, 90];

    [Theory]
    [InlineData(0, DriftState.Steady)]
    [InlineData(8, DriftState.Watch)]
    [InlineData(25, DriftState.Drifted)]
    public void Scores_that_move_are_told_by_how_far(double points, DriftState state)
    {
        double[] scores = [.. Enumerable.Range(0, 1000).Select(i => Math.Min(100, (i / 10.0) + points))];
        Assert.Equal(state, Drift.OfIndex(Drift.StabilityIndex(Tenths, scores)));
    }

    [Fact]
    public void The_index_is_that_of_the_formula() =>
        // All in the first tenth: (1 − 0.1) ln 10 + 9 (0.005 − 0.1) ln 0.05, a half standing for none among a hundred.
        Assert.Equal((0.9 * Math.Log(10)) + (9 * (0.005 - 0.1) * Math.Log(0.05)), Drift.StabilityIndex(Tenths, [.. Enumerable.Repeat(5.0, 100)]), 9);

    [Theory]
    [InlineData(9, 12, null)]
    [InlineData(12, 9, null)]
    [InlineData(12, 12, DriftState.Drifted)]
    public void An_outlet_moves_only_with_enough_articles(int before, int now, DriftState? state) =>
        Assert.Equal(state, OutletShift.Between("post", Around(70, before), Around(50, now))?.State);

    [Theory]
    [InlineData(70, DriftState.Steady)]
    [InlineData(66, DriftState.Steady)]
    [InlineData(55, DriftState.Drifted)]
    public void A_small_shift_is_none(double now, DriftState state) => Assert.Equal(state, OutletShift.Between("post", Around(70, 40), Around(now, 40))!.State);

    static double[] Around(double mean, int count) => [.. Enumerable.Range(0, count).Select(i => mean + ((i % 2 == 0) ? 3 : -3))];
}
