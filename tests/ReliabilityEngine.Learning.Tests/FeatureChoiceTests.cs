using ReliabilityEngine.Analysis;
using ReliabilityEngine.Features;

namespace ReliabilityEngine.Learning.Tests;

public class FeatureChoiceTests
{
    /// <summary>What taggers find taken away, the features of these groups must stay as they are.</summary>
    [Fact]
    public void Untagged_features_are_the_same_whatever_the_taggers_say()
    {
        var untagged = FeatureSet.All.Where(feature => FeatureChoice.Untagged.Holds(feature)).ToArray();
        Assert.NotEmpty(untagged);
        var articles = Analyses();
        Assert.All(untagged, feature => Assert.All(articles, analysis => Assert.Equal(feature.Value(analysis), feature.Value(WithoutTaggers(analysis)))));
    }

    [Fact]
    public void Every_group_that_needs_the_taggers_changes_without_them()
    {
        var articles = Analyses();
        var tagged = FeatureSet.All.Where(feature => !FeatureChoice.Untagged.Holds(feature)).GroupBy(feature => feature.Group).ToArray();
        Assert.NotEmpty(tagged);
        Assert.All(tagged, group => Assert.Contains(group, feature => articles.Any(analysis => feature.Value(analysis) != feature.Value(WithoutTaggers(analysis)))));
    }

    static ArticleAnalysis[] Analyses()
    {
        var recipe = Recipes.OverLabelledArticles();
        var analyses = ExampleFile.ReadAll(recipe, null, OutletNames.Default).Take(12).Select(example => ArticleAnalyzer.Analyze(example.Article)).ToArray();
        Assert.NotEmpty(analyses);
        return analyses;
    }

    static ArticleAnalysis WithoutTaggers(ArticleAnalysis analysis) => new()
    {
        Article = analysis.Article,
        Document = analysis.Document,
        Furniture = analysis.Furniture,
        Body = analysis.Body,
        Cues = analysis.Cues,
        Attributions = [],
        Voices = new([]),
        Hedges = [],
        Boosters = [],
        Speculations = [],
        Links = [],
        Chains = [],
        Likelihoods = analysis.Likelihoods,
        ScareQuotes = analysis.ScareQuotes,
        Title = analysis.Title,
        TitleCues = analysis.TitleCues,
    };
}
