using System.Collections.Immutable;
using System.Globalization;

namespace ReliabilityEngine.Learning.Labels;

/// <summary>How far labellers agree in one field.</summary>
/// <param name="Labellers">All of them, or two.</param>
/// <param name="Articles">Those that two or more of them labelled.</param>
/// <param name="Alpha">Krippendorff's, interval for scores and nominal for words; null where no value differs.</param>
/// <param name="Interval">Of alpha, 95 %, by bootstrap over the articles.</param>
/// <param name="Difference">Mean distance of two labellers' scores; null for words.</param>
/// <param name="Same">Share of pairs of labels that are the same; null for scores.</param>
public sealed record LabelAgreement(
    LabelField Field, ImmutableArray<string> Labellers, int Articles, double? Alpha, (double Low, double High)? Interval, double? Difference, double? Same)
{
    /// <summary>Of all labellers together, then of every two who labelled an article in common.</summary>
    public static ImmutableArray<LabelAgreement> All(LabelField field, IReadOnlyCollection<Label> labels, int seed)
    {
        string[] labellers = [.. labels.Select(label => label.Labeller).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var pairs = labellers.SelectMany((first, i) => labellers[(i + 1)..].Select(second => (string[])[first, second]));
        return [.. pairs.Prepend(labellers).Take(labellers.Length == 2 ? 1 : int.MaxValue).Select(some => Of(field, labels, some, seed)).Where(row => row.Articles > 0)];
    }

    static LabelAgreement Of(LabelField field, IReadOnlyCollection<Label> labels, string[] labellers, int seed)
    {
        var articles = labels.Where(label => labellers.Contains(label.Labeller)).GroupBy(label => label.Article, StringComparer.Ordinal)
            .Select(group => group.Select(label => label.Value).ToArray()).Where(values => values.Length > 1).ToList();
        var alpha = KrippendorffAlpha.Of(articles.Select(values => values.Select(field.Point).ToArray()));
        return new(field, [.. labellers], articles.Count, alpha.Value, alpha.Interval(seed),
            field.IsScore && articles.Count > 0 ? articles.Average(values => MeanOfPairs(values, Distance)) : null,
            !field.IsScore && articles.Count > 0 ? articles.Average(values => MeanOfPairs(values, (a, b) => a == b ? 1 : 0)) : null);
    }

    static double MeanOfPairs(string[] values, Func<string, string, double> compare) =>
        values.SelectMany((first, i) => values[(i + 1)..].Select(second => compare(first, second))).Average();

    static double Distance(string a, string b) =>
        Math.Abs(double.Parse(a, CultureInfo.InvariantCulture) - double.Parse(b, CultureInfo.InvariantCulture));
}
