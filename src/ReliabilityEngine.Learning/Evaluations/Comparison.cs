using System.Collections.Immutable;

namespace ReliabilityEngine.Learning.Evaluations;

/// <summary>An article's label, and what two models that never saw its outlet say of it.</summary>
public readonly record struct PairedScore(string Outlet, double Label, double Current, double Candidate);

/// <summary>How a candidate does beside the model in use, on the same articles of unseen outlets.</summary>
/// <param name="Gain">Correlation of the candidate less that of the model in use.</param>
/// <param name="Low">The lower end of the gain's 90 % interval, by a paired bootstrap over outlets (Efron 1979).</param>
/// <param name="High">Its upper end.</param>
/// <param name="OutletRanks">Rank correlation of the outlets' mean scores, old against new.</param>
/// <param name="Moved">The outlets whose mean moved most, with by how many points.</param>
public sealed record Comparison(double Gain, double Low, double High, double OutletRanks, ImmutableArray<(string Outlet, double Points)> Moved)
{
    const int Draws = 1000;
    const int OutletsShown = 10;

    public static Comparison Of(IReadOnlyList<PairedScore> scores, int seed)
    {
        var outlets = scores.GroupBy(score => score.Outlet, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.ToArray()).ToArray();
        var random = new Random(seed);
        var gains = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
            gains[draw] = GainOf([.. Enumerable.Range(0, outlets.Length).SelectMany(_ => outlets[random.Next(outlets.Length)])]);
        Array.Sort(gains);
        var means = outlets.Select(group => (Outlet: group[0].Outlet, Current: group.Average(score => score.Current), Candidate: group.Average(score => score.Candidate))).ToArray();
        return new(GainOf(scores), gains[Draws / 20], gains[Draws - 1 - (Draws / 20)],
            Measures.RankCorrelation([.. means.Select(mean => mean.Current)], [.. means.Select(mean => mean.Candidate)]),
            [.. means.Select(mean => (mean.Outlet, mean.Candidate - mean.Current)).OrderByDescending(move => Math.Abs(move.Item2)).Take(OutletsShown)]);
    }

    static double GainOf(IReadOnlyList<PairedScore> scores)
    {
        double[] labels = [.. scores.Select(score => score.Label)];
        return Measures.Correlation([.. scores.Select(score => score.Candidate)], labels) - Measures.Correlation([.. scores.Select(score => score.Current)], labels);
    }
}
