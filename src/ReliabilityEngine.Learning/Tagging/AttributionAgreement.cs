using ReliabilityEngine.Learning.Evaluations;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>How far found attributions agree with a person's.</summary>
/// <param name="Right">Pairs whose sources overlap (or are both absent) and whose contents share half of their joint characters.</param>
/// <param name="CountError">Sum over articles of how far the numbers of attributions lie apart.</param>
public readonly record struct AttributionAgreement(int Articles, int Gold, int Found, int Right, int CountError)
{
    public double F1 => Gold + Found == 0 ? 1 : 2.0 * Right / (Gold + Found);

    /// <summary>Mean difference of the counts over the mean count.</summary>
    public double RelativeCountError => (double)CountError / Math.Max(1, Gold);

    public static AttributionAgreement Of(IEnumerable<(AnnotatedArticle Article, IReadOnlyList<FoundAttribution> Found)> articles)
    {
        var sum = default(AttributionAgreement);
        foreach (var (article, found) in articles)
        {
            var gold = article.Attributions;
            sum = new(
                sum.Articles + 1,
                sum.Gold + gold.Length,
                sum.Found + found.Count,
                sum.Right + Matched(article, found),
                sum.CountError + Math.Abs(gold.Length - found.Count));
        }

        return sum;
    }

    static int Matched(AnnotatedArticle article, IReadOnlyList<FoundAttribution> found)
    {
        var gold = article.Attributions.Select(attribution => (attribution.Source, Content: ContentCharacters.Of(attribution.Content, article.Text))).ToArray();
        var contents = found.Select(attribution => ContentCharacters.Of(attribution.Content, article.Text)).ToArray();
        return Matching.Size(gold.Length, contents.Length, (i, k) =>
            SameSource(gold[i].Source, found[k].Source) && ContentCharacters.ShareHalf(gold[i].Content, contents[k]));
    }

    static bool SameSource(IReadOnlyCollection<TextSpan> gold, TextSpan? found) =>
        found is { } span ? gold.Any(span.Overlaps) : gold.Count == 0;
}
