using ReliabilityEngine.Attributions;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Analysis;

/// <summary>The pipeline: reads an article once and says what is in it.</summary>
public static class ArticleAnalyzer
{
    public static ArticleAnalysis Analyze(Article article)
    {
        var document = Document.Parse(article.Text);
        var attributions = AttributionFinder.Find(document, []);
        var findings = SpeculationFinder.Find(document, [], attributions);
        return new()
        {
            Article = article,
            Document = document,
            Cues = [],
            Furniture = [],
            Attributions = attributions,
            Hedges = [],
            Boosters = [],
            Speculations = findings.Speculations,
            Links = findings.Links,
            Chains = findings.Chains,
            Body = [.. Enumerable.Range(0, document.Sentences.Length)],
            Title = Document.Parse(article.Title ?? ""),
            TitleCues = [],
        };
    }
}
