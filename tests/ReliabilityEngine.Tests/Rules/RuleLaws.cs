using System.Text.RegularExpressions;
using ReliabilityEngine.Rules;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Tests.Rules;

public sealed partial class RuleLaws
{
    [Fact]
    public void Ids_are_distinct_and_in_kebab_case()
    {
        Assert.NotEmpty(NewsroomRules.All);
        Assert.Equal(NewsroomRules.All.Length, NewsroomRules.All.Select(rule => rule.Id).Distinct().Count());
        Assert.All(NewsroomRules.All, rule => Assert.Matches(Id(), rule.Id));
    }

    [Fact]
    public void A_text_that_quotes_nobody_gives_no_occasion_for_rules_on_sources()
    {
        var analysis = ReliabilityEngine.Analysis.ArticleAnalyzer.Analyze(new() { Id = "a", Text = "Rain fell on the harbour all day." });
        Assert.Empty(NewsroomRules.Check(analysis));
    }

    [Fact]
    public void The_page_lists_every_rule()
    {
        Assert.NotEmpty(NewsroomRules.All);
        var rows = string.Concat(NewsroomRules.All.Select(rule => $"| `{rule.Id}` | {rule.Says} | {rule.Origin} |\n"));
        GeneratedDocs.AssertCurrent($"""
            # Newsroom rules

            What `analyze` reports under `rules` and `explain` shows as kept or broken, as far as a text alone lets one see it. A rule
            is reported only where the text gives occasion for it. Written from `NewsroomRules.All`; do not edit by hand.

            | rule | says | origin |
            |---|---|---|

            """.ReplaceLineEndings("\n") + rows, "docs", "rules.md");
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Id();
}
