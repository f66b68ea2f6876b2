namespace ReliabilityEngine.Ratings;

/// <summary>An outlet whose articles score otherwise than they did.</summary>
/// <param name="Before">Mean of the earlier scores.</param>
/// <param name="Now">Mean of the later ones.</param>
/// <param name="T">Welch's statistic for the difference of two means.</param>
public sealed record OutletShift(string Outlet, int Articles, double Before, double Now, double T)
{
    public const int FewestArticles = 10;

    const double SurelyMoved = 3;
    const double PerhapsMoved = 2;
    const double FewestPoints = 5;

    public DriftState State => Math.Abs(Now - Before) < FewestPoints ? DriftState.Steady
        : Math.Abs(T) >= SurelyMoved ? DriftState.Drifted
        : Math.Abs(T) >= PerhapsMoved ? DriftState.Watch : DriftState.Steady;

    /// <summary>Null where there are too few articles on either side.</summary>
    public static OutletShift? Between(string outlet, IReadOnlyCollection<double> before, IReadOnlyCollection<double> now)
    {
        if (before.Count < FewestArticles || now.Count < FewestArticles)
            return null;
        var error = Math.Sqrt(SquaredError(before) + SquaredError(now));
        var difference = now.Average() - before.Average();
        return new(outlet, now.Count, before.Average(), now.Average(), error > 0 ? difference / error : difference == 0 ? 0 : double.PositiveInfinity);
    }

    /// <summary>Of the mean.</summary>
    static double SquaredError(IReadOnlyCollection<double> values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1) / values.Count;
    }
}
