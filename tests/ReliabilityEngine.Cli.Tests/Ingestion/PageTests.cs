namespace ReliabilityEngine.Cli.Tests.Ingestion;

public sealed class PageTests
{
    /// <summary>What the mean over each set of pages has to reach.</summary>
    const double WantedF1 = .95;

    public static TheoryData<string> Names => [.. PageCase.All.Select(page => page.Name)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_main_text_is_found(bool heldOut)
    {
        var pages = PageCase.All.Where(page => page.HeldOut == heldOut).ToList();
        Assert.True(pages.Count >= 10, "too few pages to say anything");
        var scores = pages.Select(page => (page.Name, F1: TokenOverlap.F1(page.Text, page.Extract().Text))).ToList();
        var report = string.Join('\n', scores.OrderBy(score => score.F1).Select(score => $"{score.F1:0.000} {score.Name}"));
        Assert.True(scores.Average(score => score.F1) >= WantedF1, report);
        Assert.True(scores.Min(score => score.F1) >= WantedF1 - .1, report);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_metadata_are_found(string name)
    {
        var page = PageCase.Named(name);
        var article = page.Extract();
        Assert.Equal(page.Title, article.Title);
        Assert.Equal(page.Byline, article.Byline);
        Assert.Equal(page.Published, article.Published);
        Assert.Equal(page.Outlet, article.Outlet);
        Assert.Equal(page.Url, article.Url);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Links_to_other_sites_are_kept(string name)
    {
        var page = PageCase.Named(name);
        Assert.Equal(page.Links, page.Extract().Links);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_that_breaks_off_at_a_wall_is_said_to_be_partial(string name)
    {
        var page = PageCase.Named(name);
        Assert.Equal(page.Partial, page.Extract().IsPartial);
    }
}
