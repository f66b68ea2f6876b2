using ReliabilityEngine.Analysis;
using ReliabilityEngine.Learning.NGrams;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Learning.Tests;

public class MaskTests
{
    public static TheoryData<string[]> Texts => Cases.Read("tests", "ReliabilityEngine.Learning.Tests", "Cases", "masks.tsv");

    [Theory]
    [MemberData(nameof(Texts))]
    public void Names_are_masked(string[] row)
    {
        var text = MaskedText.Of(ArticleAnalyzer.Analyze(new() { Id = "x", Title = row[0], Text = row[1] }));
        Assert.True(row[2] == string.Join(' ', text.Body.Select(word => word.IsBreak ? "|" : word.Form)),
            $"{row[^1]}: {string.Join(' ', text.Body.Select(word => word.IsBreak ? "|" : word.Form))}");
    }

    [Fact]
    public void A_name_of_the_body_is_masked_in_a_title_of_capitals()
    {
        var text = MaskedText.Of(ArticleAnalyzer.Analyze(new() { Id = "x", Title = "Why Ostley Lost The Vote", Text = "The vote was lost by Ostley on a wet day. It was why he left." }));
        Assert.Equal("why [name] lost the vote", string.Join(' ', text.Title.Select(word => word.Form)));
    }
}
