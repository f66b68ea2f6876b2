using System.Text.RegularExpressions;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Features;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Tests.Features;

public sealed partial class FeatureLaws
{
    static readonly string[] Texts =
    [
        "",
        "Rain.",
        "????!!!!",
        "The mayor, Ada Quill, said on Monday that the bridge “will probably reopen” in May. Officials declined to comment.",
        .. SampleTexts(),
    ];

    [Fact]
    public void There_are_at_least_seventy_in_all_groups()
    {
        Assert.True(FeatureSet.All.Length >= 70, $"{FeatureSet.All.Length} features");
        Assert.Equal(Enum.GetValues<FeatureGroup>(), FeatureSet.All.Select(feature => feature.Group).Distinct().Order());
    }

    [Fact]
    public void Names_are_distinct_and_in_lower_case_with_underscores()
    {
        Assert.NotEmpty(FeatureSet.All);
        Assert.Equal(FeatureSet.All.Length, FeatureSet.All.Select(feature => feature.Name).Distinct().Count());
        Assert.All(FeatureSet.All, feature => Assert.Matches(Name(), feature.Name));
    }

    [Fact]
    public void Descriptions_are_sentences()
    {
        Assert.NotEmpty(FeatureSet.All);
        Assert.All(FeatureSet.All, feature => Assert.EndsWith(".", feature.Description, StringComparison.Ordinal));
    }

    [Fact]
    public void Values_are_finite_and_shares_stay_between_0_and_1()
    {
        Assert.NotEmpty(FeatureSet.All);
        foreach (var analysis in Texts.Select(Analyzed))
        {
            foreach (var feature in FeatureSet.All)
            {
                var value = feature.Value(analysis);
                Assert.True(double.IsFinite(value), feature.Name);
                if (feature.Unit == Feature.ShareOfWhole)
                    Assert.True(value is >= 0 and <= 1.0000001, $"{feature.Name} = {value}");
            }
        }
    }

    [Fact]
    public void Evidence_lies_in_the_text_and_a_rate_counts_it()
    {
        Assert.NotEmpty(FeatureSet.All);
        foreach (var analysis in Texts.Select(Analyzed))
        {
            foreach (var feature in FeatureSet.All)
            {
                var evidence = feature.Evidence(analysis).ToList();
                Assert.All(evidence, span => Assert.True(
                    span.Start >= 0 && !span.IsEmpty && span.End <= analysis.Document.Text.Length, feature.Name));
                if (feature.Unit == Feature.Rate && analysis.Body.Words > 0)
                    Assert.Equal(evidence.Count * 1000.0 / analysis.Body.Words, feature.Value(analysis), 9);
            }
        }
    }

    [Fact]
    public void A_text_of_nothing_measures_without_fail() =>
        Assert.Equal(FeatureSet.All.Length, FeatureSet.Measure(Analyzed("")).Values.Length);

    static ArticleAnalysis Analyzed(string text) => ArticleAnalyzer.Analyze(new() { Id = "a", Title = "A title", Text = text });

    static IEnumerable<string> SampleTexts()
    {
        var folder = Repository.PathOf("data", "samples");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.txt").Order().Select(File.ReadAllText) : [];
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex Name();
}
