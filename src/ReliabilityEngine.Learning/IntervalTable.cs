using System.Collections.Immutable;

namespace ReliabilityEngine.Learning;

/// <summary>
/// How far the truth may lie from a score: split-conformal intervals from the residuals on outlets that training had not
/// seen, scaled by how far off scores of that height, and of texts so unusual, commonly are (Lei et al. 2018).
/// </summary>
/// <param name="Scores">Heights of score, ascending.</param>
/// <param name="HalfWidths">Half the interval's width at each height, between which it runs straight, for a text as unusual as most.</param>
/// <param name="Widening">By what share it grows when a text's <see cref="Standardizer.Unusualness"/> is e times that of most.</param>
/// <param name="Usual">The unusualness of most texts.</param>
public sealed record IntervalTable(ImmutableArray<double> Scores, ImmutableArray<double> HalfWidths, double Widening, double Usual)
{
    const int Knots = 6;

    // Rates over few words are noisy; the examples are too long to measure by how much.
    const double FewWordsFactor = 1.25;

    // Beyond what the examples tell of, the straight line is held.
    const double LeastFactor = 0.7;
    const double GreatestFactor = 2;

    /// <summary>Every height has a width, and no number is lacking.</summary>
    internal bool IsSound => !Scores.IsDefaultOrEmpty && !HalfWidths.IsDefault && Scores.Length == HalfWidths.Length &&
        Scores.SequenceEqual(Scores.Order()) && Scores.Concat(HalfWidths).Append(Widening).Append(Usual).All(double.IsFinite);

    public double HalfWidth(double score, int words, double unusualness) =>
        At(score) * Factor(unusualness) * (words < Judgement.FewWords ? FewWordsFactor : 1);

    /// <param name="judged">Scores on unseen outlets, with the labels of the same examples.</param>
    /// <param name="coverage">Share of examples whose label the interval shall hold.</param>
    public static IntervalTable Fit(IEnumerable<JudgedScore> judged, double coverage)
    {
        var pairs = judged.OrderBy(pair => pair.Score).ToArray();
        var knots = Math.Clamp(pairs.Length / 40, 1, Knots);
        var groups = Enumerable.Range(0, knots).Select(k => pairs[(k * pairs.Length / knots)..((k + 1) * pairs.Length / knots)]).ToArray();
        var byHeight = new IntervalTable(
            [.. groups.Select(group => group.Average(pair => pair.Score))], [.. groups.Select(group => Math.Max(1, group.Average(pair => pair.Residual)))], 0, 1);
        var spread = byHeight.WidenedBy(pairs);
        var ratios = pairs.Select(pair => pair.Residual / (spread.At(pair.Score) * spread.Factor(pair.Unusualness))).Order().ToArray();
        var quantile = ratios[Math.Min(ratios.Length, (int)Math.Ceiling((ratios.Length + 1) * coverage)) - 1];
        return spread with { HalfWidths = [.. spread.HalfWidths.Select(width => width * quantile)] };
    }

    /// <summary>The same, with the slope of the residuals over the logarithm of unusualness; never narrower for odder texts.</summary>
    IntervalTable WidenedBy(JudgedScore[] pairs)
    {
        double[] levels = [.. pairs.Select(pair => Math.Log(pair.Unusualness))];
        double[] ratios = [.. pairs.Select(pair => pair.Residual / At(pair.Score))];
        var (level, ratio) = (levels.Average(), ratios.Average());
        var variance = levels.Sum(value => (value - level) * (value - level));
        var slope = variance > 0 ? levels.Zip(ratios, (x, y) => (x - level) * (y - ratio)).Sum() / variance / ratio : 0;
        return this with { Widening = Math.Max(0, slope), Usual = Math.Exp(level) };
    }

    double Factor(double unusualness) =>
        Widening > 0 ? Math.Clamp(1 + (Widening * Math.Log(unusualness / Usual)), LeastFactor, GreatestFactor) : 1;

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

/// <summary>A score of an example of an outlet that training had not seen, with the example's label.</summary>
public readonly record struct JudgedScore(double Score, double Label, double Unusualness)
{
    public double Residual => Math.Abs(Score - Label);
}
