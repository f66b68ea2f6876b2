namespace ReliabilityEngine.Tests;

public sealed class ArticleTests
{
    [Fact]
    public void A_missing_outlet_and_title_count_as_empty_in_the_content_id() =>
        Assert.Equal(Article.ContentId("", "", "Some text."), Article.ContentId(null, null, "Some text."));

    [Theory]
    [InlineData("www.Example.com", "example.com")]
    [InlineData("m.example.com", "example.com")]
    [InlineData(" The Harbour Post ", "the harbour post")]
    [InlineData(null, "unknown")]
    public void Outlets_have_one_canonical_name(string? outlet, string canonical) =>
        Assert.Equal(canonical, OutletNames.Default.Canonical(outlet));
}
