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

    /// <param name="choice">Features that are not chosen count as never varying.</param>
    public static Standardizer Of(IReadOnlyList<FeatureVector> vectors, FeatureChoice choice)
    {
        var count = FeatureSet.All.Length;
        var (means, deviations) = (new double[count], new double[count]);
        for (var feature = 0; feature < count; feature++)
        {
            var values = vectors.Select(vector => Level(feature, vector[feature])).ToArray();
            means[feature] = values.Average();
            deviations[feature] = choice.Holds(FeatureSet.All[feature]) ? Math.Sqrt(values.Average(value => (value - means[feature]) * (value - means[feature]))) : 0;
        }

        return new([.. means], [.. deviations]);
    }

    /// <summary>A feature's standardised value, −4..4.</summary>
    public double Scale(int feature, double value) =>
        Deviations[feature] > 1e-9 ? Math.Clamp((Level(feature, value) - Means[feature]) / Deviations[feature], -Limit, Limit) : 0;

    static double Level(int feature, double value) =>
        FeatureSet.All[feature].Unit is Feature.Rate or "count" or "words" && value > 0 ? Math.Log(1 + value) : value;
}
