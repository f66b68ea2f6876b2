using ReliabilityEngine.Analysis;
using ReliabilityEngine.Learning.WhatIf;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Learning.Tests.WhatIf;

public class ChangeTests
{
    public static TheoryData<string[]> Texts => Cases.Read("tests", "ReliabilityEngine.Learning.Tests", "Cases", "changes.tsv");

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_change_is_made_where_the_text_gives_occasion(string[] row)
    {
        var change = Changes.All.Single(change => change.Id == row[0]);
        var after = change.Apply(ArticleAnalyzer.Analyze(new() { Id = "x", Text = Lines(row[1]) }))?.Article.Text ?? "∅";
        Assert.Equal(Lines(row[2]), after);
    }

    [Fact]
    public void A_title_is_changed_where_it_stands_in_the_text_as_well()
    {
        var article = new Article { Id = "x", Title = "Shocking dam closes!", Text = "Shocking dam closes!\n\nThe dam will close in May, Ada Quill said on Monday." };
        var plain = Changes.All.Single(change => change.Id == "stating-title").Apply(ArticleAnalyzer.Analyze(article))!.Value.Article;
        Assert.Equal(("Shocking dam closes", true), (plain.Title, plain.Text.StartsWith("Shocking dam closes\n", StringComparison.Ordinal)));
        plain = Changes.All.Single(change => change.Id == "plain-title").Apply(ArticleAnalyzer.Analyze(article))!.Value.Article;
        Assert.Equal("Dam closes!", plain.Title);
    }

    [Fact]
    public void Every_change_has_a_name_of_its_own_and_says_what_it_is()
    {
        Assert.NotEmpty(Changes.All);
        Assert.Equal(Changes.All.Length, Changes.All.Select(change => change.Id).Distinct().Count());
        Assert.All(Changes.All, change => Assert.Matches("^[a-z]+(-[a-z]+)*$", change.Id));
        Assert.All(Changes.All, change => Assert.All((int[])[1, 3], count => Assert.Matches("^[a-z][^.]*[a-z”]$", change.InWords(count))));
    }

    [Fact]
    public void The_page_of_changes_is_up_to_date() => GeneratedDocs.AssertCurrent(
        """
        # What one change would do

        `reliability explain` makes each of these changes in the text by itself, with made-up names where it wants names, reads
        the changed text as any text is read, and scores it again. It prints those that would raise reliability or lower bias
        most, and none below half a point. The score says how the changed text would be scored, not how reliable it would be.
        A change that a text gives no occasion for is not made, nor one that would leave less than 70 % of its words. Written
        from the list of changes; do not edit by hand.

        | change | what is done |
        |---|---|

        """.ReplaceLineEndings("\n") + string.Concat(Changes.All.Select(change => $"| `{change.Id}` | {change.InWords(1)} |\n")), "docs", "changes.md");

    static string Lines(string text) => text.Replace('|', '\n');
}
