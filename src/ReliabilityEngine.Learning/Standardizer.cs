using System.Collections.Immutable;
using ReliabilityEngine.Features;

namespace ReliabilityEngine.Learning;

/// <summary>Brings the declared features to one scale: rates by their logarithm, then all to mean 0 and deviation 1.</summary>
/// <param name="Means">Of the (logarithmic) values.</param>
/// <param name="Deviations">Of the same; 0 for a feature that never varies.</param>
public sealed record Standardizer(ImmutableArray<double> Means, ImmutableArray<double> Deviations)
{
    // Farther out is no more telling, only rarer.
    const double Limit = 4;

    // A deviation that is rounding alone.
    const double Flat = 1e-9;

    /// <param name="looksAt">Features that are not looked at count as never varying.</param>
    public static Standardizer Of(IReadOnlyList<FeatureVector> vectors, Func<Feature, bool> looksAt)
    {
        var count = FeatureSet.All.Length;
        var (means, deviations) = (new double[count], new double[count]);
        for (var feature = 0; feature < count; feature++)
        {
            var values = vectors.Select(vector => Level(feature, vector[feature])).ToArray();
            means[feature] = values.Average();
            deviations[feature] = looksAt(FeatureSet.All[feature]) ? Math.Sqrt(values.Average(value => (value - means[feature]) * (value - means[feature]))) : 0;
        }

        return new([.. means], [.. deviations]);
    }

    /// <summary>A feature's standardised value, −4..4.</summary>
    public double Scale(int feature, double value) =>
        Deviations[feature] > Flat ? Math.Clamp((Level(feature, value) - Means[feature]) / Deviations[feature], -Limit, Limit) : 0;

    /// <summary>
    /// How far the measurements of a text lie from those of the training examples: the mean square of the standardised
    /// values, about 1 for such texts as were trained on.
    /// </summary>
    public double Unusualness(FeatureVector vector)
    {
        var (sum, count) = (0.0, 0);
        for (var feature = 0; feature < Deviations.Length; feature++)
        {
            if (Deviations[feature] <= Flat)
                continue;
            var value = Scale(feature, vector[feature]);
            (sum, count) = (sum + (value * value), count + 1);
        }

        return count == 0 || sum == 0 ? 1 : sum / count;
    }

    static double Level(int feature, double value) =>
        FeatureSet.All[feature].Unit is Feature.Rate or "count" or "words" && value > 0 ? Math.Log(1 + value) : value;
}
