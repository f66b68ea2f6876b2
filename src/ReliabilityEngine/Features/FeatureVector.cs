using System.Collections.Immutable;

namespace ReliabilityEngine.Features;

/// <summary>The values of <see cref="FeatureSet.All"/> for one article, in its order; always finite.</summary>
public sealed record FeatureVector(ImmutableArray<double> Values)
{
    public double this[int feature] => Values[feature];
}
