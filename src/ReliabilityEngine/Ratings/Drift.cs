using System.Collections.Immutable;

namespace ReliabilityEngine.Ratings;

/// <summary>How far what is measured now lies from what was measured before.</summary>
public enum DriftState : byte
{
    /// <summary>Too few values to tell.</summary>
    Unknown,
    Steady,

    /// <summary>Something has moved, or chance; worth a look.</summary>
    Watch,
    Drifted,
}

/// <summary>Compares values with those that a model was trained on.</summary>
public static class Drift
{
    const double IndexToWatch = 0.1;
    const double IndexOfDrift = 0.25;
    const double ShiftToWatch = 0.25;
    const double ShiftOfDrift = 0.5;

    /// <summary>
    /// The population stability index over tenths of the earlier values: the sum of differences of shares times the logarithm of
    /// their quotient (Siddiqi 2006). Under 0.1 steady, from 0.25 on drifted.
    /// </summary>
    /// <param name="tenths">The bounds between tenths of the earlier values, rising.</param>
    public static double StabilityIndex(ImmutableArray<double> tenths, IReadOnlyCollection<double> values)
    {
        var bins = tenths.Length + 1;
        var counts = new int[bins];
        foreach (var value in values)
            counts[tenths.Count(bound => value > bound)]++;
        // Half a value in an empty bin keeps the logarithm finite.
        return counts.Sum(count => Term(Math.Max(count, 0.5) / values.Count, 1.0 / bins));

        static double Term(double now, double before) => (now - before) * Math.Log(now / before);
    }

    public static DriftState OfIndex(double index) => State(index, IndexToWatch, IndexOfDrift);

    /// <param name="shift">Of the mean, in standard deviations of the training examples.</param>
    public static DriftState OfShift(double shift) => State(Math.Abs(shift), ShiftToWatch, ShiftOfDrift);

    static DriftState State(double size, double watch, double drift) =>
        size >= drift ? DriftState.Drifted : size >= watch ? DriftState.Watch : DriftState.Steady;
}
