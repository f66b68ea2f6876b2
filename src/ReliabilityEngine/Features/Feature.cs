using ReliabilityEngine.Analysis;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Features;

public enum FeatureGroup : byte
{
    Sourcing,
    Anonymity,
    Certainty,
    Speculation,
    Language,
    Form,
    Title,
    Readability,
}

/// <summary>One measurement of an article, declared once.</summary>
/// <param name="Name">Lower case with underscores, never reused for another meaning.</param>
/// <param name="Unit">Such as <c>per 1,000 words</c> or <c>share 0..1</c>.</param>
/// <param name="Evidence">The places that the value was computed from.</param>
public sealed record Feature(
    string Name,
    FeatureGroup Group,
    string Description,
    string Unit,
    Func<ArticleAnalysis, double> Value,
    Func<ArticleAnalysis, IEnumerable<TextSpan>> Evidence);
