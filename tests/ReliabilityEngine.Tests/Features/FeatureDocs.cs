using System.Text;
using ReliabilityEngine.Features;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Tests.Features;

/// <summary>docs/features.md is written from the one list; this fails with the file that should stand there.</summary>
public sealed class FeatureDocs
{
    [Fact]
    public void The_page_says_what_the_list_says()
    {
        Assert.NotEmpty(FeatureSet.All);
        GeneratedDocs.AssertCurrent(Page(), "docs", "features.md");
    }

    static string Page()
    {
        var page = new StringBuilder($"""
            # Features

            The {FeatureSet.All.Length} measurements of an article, in the order of every vector. Written from `FeatureSet.All`; do not edit by hand.
            Rates are per 1,000 words of the body, shares lie in 0..1. "The author's voice" is what no attribution ascribes to
            somebody else.

            """.ReplaceLineEndings("\n"));
        foreach (var group in FeatureSet.All.GroupBy(feature => feature.Group))
        {
            page.Append($"\n## {group.Key}\n\n| feature | what | unit |\n|---|---|---|\n");
            foreach (var feature in group)
                page.Append($"| `{feature.Name}` | {feature.Description} | {feature.Unit} |\n");
        }

        return page.ToString();
    }
}
