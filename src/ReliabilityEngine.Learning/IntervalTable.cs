using System.Collections.Immutable;

namespace ReliabilityEngine.Learning;

/// <summary>
/// How far the truth may lie from a score: split-conformal intervals from the residuals on outlets that training had not
/// seen, scaled by how far off scores of that height usually are (Lei et al. 2018).
/// </summary>
/// <param name="Scores">Heights of score, ascending.</param>
/// <param name="HalfWidths">Half the interval's width at each height, between which it runs straight.</param>
public sealed record IntervalTable(ImmutableArray<double> Scores, ImmutableArray<double> HalfWidths)
{
    const int Knots = 6;

    // Rates over few words are noisy; the examples are too long to measure by how much.
    const double FewWordsFactor = 1.25;

    public double HalfWidth(double score, int words) => At(score) * (words < Judgement.FewWords ? FewWordsFactor : 1);

    /// <param name="predictions">Scores on unseen outlets.</param>
    /// <param name="truths">The labels of the same examples.</param>
    /// <param name="coverage">Share of examples whose label the interval shall hold.</param>
    public static IntervalTable Fit(IReadOnlyList<double> predictions, IReadOnlyList<double> truths, double coverage)
    {
        var pairs = predictions.Zip(truths, (score, truth) => (Score: score, Residual: Math.Abs(score - truth))).OrderBy(pair => pair.Score).ToArray();
        var knots = Math.Clamp(pairs.Length / 40, 1, Knots);
        var groups = Enumerable.Range(0, knots).Select(k => pairs[(k * pairs.Length / knots)..((k + 1) * pairs.Length / knots)]).ToArray();
        var spread = new IntervalTable(
            [.. groups.Select(group => group.Average(pair => pair.Score))], [.. groups.Select(group => Math.Max(1, group.Average(pair => pair.Residual)))]);
        var ratios = pairs.Select(pair => pair.Residual / spread.At(pair.Score)).Order().ToArray();
        var quantile = ratios[Math.Min(ratios.Length, (int)Math.Ceiling((ratios.Length + 1) * coverage)) - 1];
        return spread with { HalfWidths = [.. spread.HalfWidths.Select(width => width * quantile)] };
    }

    double At(double score)
    {
        var next = 0;
        while (next < Scores.Length && Scores[next] < score)
            next++;
        if (next == 0 || next == Scores.Length)
            return HalfWidths[Math.Min(next, Scores.Length - 1)];
        var share = (score - Scores[next - 1]) / (Scores[next] - Scores[next - 1]);
        return HalfWidths[next - 1] + (share * (HalfWidths[next] - HalfWidths[next - 1]));
    }
}
