using System.Collections.Immutable;

namespace ReliabilityEngine.Learning.Labels;

/// <summary>
/// Krippendorff's alpha: one less the observed disagreement over the one that chance would make (Krippendorff 2011,
/// "Computing Krippendorff's Alpha-Reliability"). Any number of labellers, values missing; the difference of two values is the
/// square of their distance, which is the interval alpha for numbers and the nominal one for points equally far apart.
/// </summary>
public sealed class KrippendorffAlpha
{
    const int Replicates = 2000;
    const double Outside = 0.025;

    readonly ImmutableArray<Unit> _units;

    KrippendorffAlpha(ImmutableArray<Unit> units) => (_units, Value) = (units, Of(units));

    /// <summary>1 for full agreement, 0 for that of chance; null where nobody can be compared or no value differs.</summary>
    public double? Value { get; }

    /// <summary>How many articles have two values or more, and so can be compared.</summary>
    public int Articles => _units.Length;

    /// <param name="units">For every article the points that its labellers gave it.</param>
    public static KrippendorffAlpha Of(IEnumerable<IReadOnlyCollection<double[]>> units) =>
        new([.. units.Where(points => points.Count > 1).Select(Unit.Of)]);

    /// <summary>Where alpha lies in 95 of 100 draws of as many articles from those there are; null where there is no alpha.</summary>
    public (double Low, double High)? Interval(int seed)
    {
        if (Value is null)
            return null;
        var random = new Random(seed);
        var drawn = new Unit[_units.Length];
        var values = Enumerable.Range(0, Replicates).Select(_ => Draw()).OfType<double>().Order().ToList();
        return values.Count == 0 ? null : (values[(int)(Outside * values.Count)], values[^(1 + (int)(Outside * values.Count))]);

        double? Draw()
        {
            for (var i = 0; i < drawn.Length; i++)
                drawn[i] = _units[random.Next(_units.Length)];
            return Of(drawn);
        }
    }

    static double? Of(IReadOnlyList<Unit> units)
    {
        if (units.Count == 0)
            return null;
        var (count, squares, observed) = (0, 0.0, 0.0);
        var sums = new double[units[0].Sums.Length];
        foreach (var unit in units)
        {
            (count, squares, observed) = (count + unit.Count, squares + unit.Squares, observed + unit.Disagreement);
            for (var i = 0; i < sums.Length; i++)
                sums[i] += unit.Sums[i];
        }

        var expected = Unit.Differences(count, sums, squares) / (count - 1);
        return expected > 1e-9 ? 1 - (observed / expected) : null;
    }

    /// <summary>What one article's points come to.</summary>
    /// <param name="Disagreement">The differences of all ordered pairs, over one less than the points.</param>
    readonly record struct Unit(int Count, double[] Sums, double Squares, double Disagreement)
    {
        public static Unit Of(IReadOnlyCollection<double[]> points)
        {
            var sums = new double[points.First().Length];
            var squares = 0.0;
            foreach (var point in points)
            {
                for (var i = 0; i < sums.Length; i++)
                    (sums[i], squares) = (sums[i] + point[i], squares + (point[i] * point[i]));
            }

            return new(points.Count, sums, squares, Differences(points.Count, sums, squares) / (points.Count - 1));
        }

        /// <summary>The squared distances of all ordered pairs, from their sums alone.</summary>
        public static double Differences(int count, double[] sums, double squares) => 2 * ((count * squares) - sums.Sum(sum => sum * sum));
    }
}
