using ReliabilityEngine.Tests.Support;

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
    [InlineData("The New York Times", "nytimes.com")]
    [InlineData("www.bbc.co.uk", "bbc.com")]
    [InlineData(null, "unknown")]
    public void Outlets_have_one_canonical_name(string? outlet, string canonical) =>
        Assert.Equal(canonical, OutletNames.Default.Canonical(outlet));

    [Fact]
    public void No_outlet_stands_for_one_that_stands_for_another()
    {
        var rows = File.ReadAllLines(Repository.PathOf("data", "outlets.tsv")).Where(line => line[0] != '#').Select(line => line.Split('\t')).ToArray();
        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.Equal(2, row.Length);
            Assert.Equal(row[1], OutletNames.Default.Canonical(row[0]));
            Assert.Equal(row[1], OutletNames.Default.Canonical(row[1]));
        });
    }
}
