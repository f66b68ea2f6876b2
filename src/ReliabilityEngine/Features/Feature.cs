using ReliabilityEngine.Analysis;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Features;

/// <summary>One measurement of an article, declared once.</summary>
/// <param name="Name">Lower case with underscores, never reused for another meaning.</param>
/// <param name="Unit">Such as <c>per 1,000 words</c> or <c>share 0..1</c>.</param>
/// <param name="Evidence">The places that the value was computed from; none for a measure of the whole text.</param>
public sealed record Feature(
    string Name,
    FeatureGroup Group,
    string Description,
    string Unit,
    Func<ArticleAnalysis, double> Value,
    Func<ArticleAnalysis, IEnumerable<TextSpan>> Evidence)
{
    public const string Rate = "per 1,000 words";
    public const string ShareOfWhole = "share 0..1";

    /// <summary>How often something stands in the body.</summary>
    public static Feature PerThousandWords(
        FeatureGroup group, string name, string description, Func<ArticleAnalysis, IEnumerable<TextSpan>> evidence) =>
        new(name, group, description, Rate, a => Ratio(1000.0 * evidence(a).Count(), a.Body.Words), evidence);

    /// <summary>How many of the things counted by <paramref name="whole"/> are of a kind; 0 where there are none.</summary>
    public static Feature Share(
        FeatureGroup group, string name, string description,
        Func<ArticleAnalysis, IEnumerable<TextSpan>> evidence, Func<ArticleAnalysis, int> whole) =>
        new(name, group, description, ShareOfWhole, a => Ratio(evidence(a).Count(), whole(a)), evidence);

    /// <summary>How many of the body's words stand inside spans, which may overlap.</summary>
    public static Feature ShareOfWords(
        FeatureGroup group, string name, string description, Func<ArticleAnalysis, IEnumerable<TextSpan>> evidence) =>
        new(name, group, description, ShareOfWhole, a => Ratio(a.Body.WordsInside(evidence(a)), a.Body.Words), evidence);

    /// <summary>Whether something stands in the article at all.</summary>
    public static Feature Presence(
        FeatureGroup group, string name, string description, Func<ArticleAnalysis, IEnumerable<TextSpan>> evidence) =>
        new(name, group, description, "0 or 1", a => evidence(a).Any() ? 1 : 0, evidence);

    /// <summary>A measure of the text as a whole, to which no single place can be shown.</summary>
    public static Feature Measure(
        FeatureGroup group, string name, string description, string unit, Func<ArticleAnalysis, double> value) =>
        new(name, group, description, unit, value, _ => []);

    internal static double Ratio(double part, double whole) => whole > 0 ? part / whole : 0;
}
