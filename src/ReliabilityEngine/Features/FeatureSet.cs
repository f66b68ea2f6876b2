using System.Collections.Immutable;
using ReliabilityEngine.Analysis;

namespace ReliabilityEngine.Features;

/// <summary>The features, in the order of every vector.</summary>
public static class FeatureSet
{
    public static ImmutableArray<Feature> All { get; } =
    [
        .. SourcingFeatures.All,
        .. AnonymityFeatures.All,
        .. CertaintyFeatures.All,
        .. SpeculationFeatures.All,
        .. LanguageFeatures.All,
        .. FormFeatures.All,
        .. TitleFeatures.All,
        .. ReadabilityFeatures.All,
    ];

    public static FeatureVector Measure(ArticleAnalysis analysis) => new([.. All.Select(feature => feature.Value(analysis))]);
}
