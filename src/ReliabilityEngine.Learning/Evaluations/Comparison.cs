using System.Collections.Immutable;

namespace ReliabilityEngine.Learning.Evaluations;

/// <summary>An article's label, and what two models that never saw its outlet say of it.</summary>
public readonly record struct PairedScore(string Outlet, double Label, double Current, double Candidate);

/// <summary>How a candidate does beside the model in use, on the same articles of unseen outlets.</summary>
/// <param name="Correlation">With the labels.</param>
/// <param name="Error">The mean error.</param>
/// <param name="OutletRanks">Rank correlation of the outlets' mean scores, old against new.</param>
/// <param name="Moved">The outlets whose mean moved most, with by how many points.</param>
public sealed record Comparison(Change Correlation, Change Error, double OutletRanks, ImmutableArray<(string Outlet, double Points)> Moved)
{
    const int Draws = 1000;
    const int OutletsShown = 10;

    public static Comparison Of(IReadOnlyList<PairedScore> scores, int seed)
    {
        var outlets = scores.GroupBy(score => score.Outlet, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.ToArray()).ToArray();
        var random = new Random(seed);
        var draws = new PairedScore[Draws][];
        for (var draw = 0; draw < Draws; draw++)
            draws[draw] = [.. Enumerable.Range(0, outlets.Length).SelectMany(_ => outlets[random.Next(outlets.Length)])];
        var means = outlets.Select(group => (Outlet: group[0].Outlet, Current: group.Average(score => score.Current), Candidate: group.Average(score => score.Candidate))).ToArray();
        return new(
            ChangeOf(scores, draws, Measures.Correlation), ChangeOf(scores, draws, Measures.MeanError),
            Measures.RankCorrelation([.. means.Select(mean => mean.Current)], [.. means.Select(mean => mean.Candidate)]),
            [.. means.Select(mean => (mean.Outlet, mean.Candidate - mean.Current)).OrderByDescending(move => Math.Abs(move.Item2)).Take(OutletsShown)]);
    }

    static Change ChangeOf(IReadOnlyList<PairedScore> scores, PairedScore[][] draws, Func<double[], double[], double> measure)
    {
        double[] changes = [.. draws.Select(Difference).Order()];
        return new(Difference(scores), changes[Draws / 20], changes[Draws - 1 - (Draws / 20)]);

        double Difference(IReadOnlyList<PairedScore> drawn)
        {
            double[] labels = [.. drawn.Select(score => score.Label)];
            return measure([.. drawn.Select(score => score.Candidate)], labels) - measure([.. drawn.Select(score => score.Current)], labels);
        }
    }
}

/// <summary>A measure of the candidate less that of the model in use, with its 90 % interval by a paired bootstrap over outlets (Efron 1979).</summary>
public readonly record struct Change(double Value, double Low, double High);
