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

    /// <summary>The size of a largest one-to-one matching, found by augmenting paths.</summary>
    static int Matched(AnnotatedArticle article, IReadOnlyList<FoundAttribution> found)
    {
        var gold = article.Attributions.Select(attribution => (attribution.Source, Content: Characters(attribution.Content, article.Text))).ToArray();
        var contents = found.Select(attribution => Characters(attribution.Content, article.Text)).ToArray();
        var taken = new Dictionary<int, int>();
        return Enumerable.Range(0, gold.Length).Count(i => Place(i, []));

        bool Place(int i, HashSet<int> seen)
        {
            for (var k = 0; k < contents.Length; k++)
            {
                if (!SameSource(gold[i].Source, found[k].Source) || !ShareHalf(gold[i].Content, contents[k]) || !seen.Add(k))
                    continue;
                if (taken.TryGetValue(k, out var other) && !Place(other, seen))
                    continue;
                taken[k] = i;
                return true;
            }

            return false;
        }
    }

    static bool SameSource(IReadOnlyCollection<TextSpan> gold, TextSpan? found) =>
        found is { } span ? gold.Any(span.Overlaps) : gold.Count == 0;

    static bool ShareHalf(HashSet<int> gold, HashSet<int> found)
    {
        var shared = gold.Count(found.Contains);
        return shared > 0 && shared * 2 >= gold.Count + found.Count - shared;
    }

    static HashSet<int> Characters(IEnumerable<TextSpan> spans, string text) =>
        [.. spans.SelectMany(span => Enumerable.Range(span.Start, Math.Min(span.End, text.Length) - span.Start))
            .Where(at => !char.IsWhiteSpace(text[at]))];
}
