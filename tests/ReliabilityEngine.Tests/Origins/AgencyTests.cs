using ReliabilityEngine.Analysis;
using ReliabilityEngine.Origins;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Tests.Origins;

public sealed class AgencyTests
{
    const string Rest = "\n\nThe operator, Velkraft, accepted the order. Its engineers are to look at the drains next week, and divers at the wall.";

    public static TheoryData<string[]> Credits => Cases.Read("tests", "ReliabilityEngine.Tests", "Origins", "Cases", "agencies.tsv");

    [Theory, MemberData(nameof(Credits))]
    public void An_article_credits_the_agencies_that_its_head_names(string[] row) =>
        Assert.Equal(row[2], string.Join(';', Agency.CreditedBy(Analyzed("The Harbour Post", row[0], row[1]))));

    [Theory]
    [InlineData("www.reuters.com", "Reuters")]
    [InlineData("Associated Press", "AP")]
    [InlineData("The Harbour Post", "")]
    public void What_an_agency_publishes_is_its_own(string outlet, string agency) =>
        Assert.Equal(agency, string.Join(';', Agency.CreditedBy(Analyzed(outlet, "", "Inspectors closed the Ashlar Dam on Tuesday."))));

    static ArticleAnalysis Analyzed(string outlet, string byline, string opening) =>
        ArticleAnalyzer.Analyze(new() { Id = "1", Outlet = outlet, Byline = byline.Length > 0 ? byline : null, Text = opening + Rest });
}
