namespace ReliabilityEngine.Learning.Evaluations;

/// <summary>How well two rows of numbers agree.</summary>
public static class Measures
{
    /// <summary>Pearson's correlation; 0 where either never varies.</summary>
    public static double Correlation(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        if (left.Count == 0)
            return 0;
        var (meanLeft, meanRight) = (left.Average(), right.Average());
        var (product, squareLeft, squareRight) = (0.0, 0.0, 0.0);
        for (var i = 0; i < left.Count; i++)
        {
            var (a, b) = (left[i] - meanLeft, right[i] - meanRight);
            (product, squareLeft, squareRight) = (product + (a * b), squareLeft + (a * a), squareRight + (b * b));
        }

        var length = Math.Sqrt(squareLeft * squareRight);
        return length > 0 ? product / length : 0;
    }

    /// <summary>Spearman's correlation of the ranks, ties sharing theirs.</summary>
    public static double RankCorrelation(IReadOnlyList<double> left, IReadOnlyList<double> right) => Correlation(Ranks(left), Ranks(right));

    public static double MeanError(IReadOnlyList<double> scores, IReadOnlyList<double> labels) =>
        scores.Count == 0 ? 0 : scores.Zip(labels, (score, label) => Math.Abs(score - label)).Average();

    /// <summary>The chance that a high one scores above a low one; 0 where either kind is missing.</summary>
    public static double Auc(IReadOnlyList<double> scores, IReadOnlyList<bool> high)
    {
        var ranks = Ranks(scores);
        var positives = high.Count(isHigh => isHigh);
        var negatives = high.Count - positives;
        if (positives == 0 || negatives == 0)
            return 0;
        var sum = ranks.Where((_, i) => high[i]).Sum(rank => rank + 1);
        return (sum - (positives * (positives + 1) / 2.0)) / ((double)positives * negatives);
    }

    /// <summary>Ranks from 0, ties sharing the mean of theirs.</summary>
    static double[] Ranks(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Count];
        for (var first = 0; first < order.Length;)
        {
            var last = first;
            while (last + 1 < order.Length && values[order[last + 1]] == values[order[first]])
                last++;
            for (var k = first; k <= last; k++)
                ranks[order[k]] = (first + last) / 2.0;
            first = last + 1;
        }

        return ranks;
    }
}
