namespace ReliabilityEngine.Ratings;

/// <summary>
/// Means of groups, pulled to the mean of all by as much as they are uncertain: the normal model with random effects,
/// its variances by the method of moments (Morris 1983, "Parametric empirical Bayes inference").
/// </summary>
sealed class Shrinkage
{
    const double Z90 = 1.6449;

    readonly bool _blind;
    readonly double _within;
    readonly double _between;
    readonly double _overall;

    public Shrinkage(IReadOnlyCollection<double[]> groups)
    {
        var total = groups.Sum(group => group.Length);
        _blind = total == groups.Count;
        _within = Within(groups, total);
        _between = Between(groups, total, _within);
        var weights = groups.Sum(Weight);
        _overall = weights > 0 ? groups.Sum(group => Weight(group) * group.Average()) / weights : 0;
    }

    public (double Mean, Interval Interval) Of(double[] group)
    {
        // One article each tells nothing of how far an outlet's articles lie apart.
        if (_blind)
            return (group.Average(), new(0, 100));
        var error = _within / group.Length;
        var trust = _between + error > 0 ? _between / (_between + error) : 1;
        var mean = _overall + trust * (group.Average() - _overall);
        var margin = Z90 * Math.Sqrt(_between > 0 ? trust * error : error);
        return (mean, new(Math.Max(0, mean - margin), Math.Min(100, mean + margin)));
    }

    double Weight(double[] group) => _between + _within > 0 ? 1 / (_between + _within / group.Length) : group.Length;

    /// <summary>Variance of articles around their outlet's mean, pooled.</summary>
    static double Within(IReadOnlyCollection<double[]> groups, int total)
    {
        var freedom = total - groups.Count;
        return freedom > 0 ? groups.Sum(SquaredErrors) / freedom : 0;
    }

    /// <summary>Variance of the outlets' true means: what their spread has beyond that of their articles.</summary>
    static double Between(IReadOnlyCollection<double[]> groups, int total, double within)
    {
        if (groups.Count < 2)
            return 0;
        var mean = groups.Sum(group => group.Sum()) / total;
        var spread = groups.Sum(group => group.Length * Math.Pow(group.Average() - mean, 2));
        var scale = total - groups.Sum(group => (double)group.Length * group.Length) / total;
        return Math.Max(0, (spread - (groups.Count - 1) * within) / scale);
    }

    static double SquaredErrors(double[] group)
    {
        var mean = group.Average();
        return group.Sum(value => (value - mean) * (value - mean));
    }
}
