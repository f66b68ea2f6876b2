using ReliabilityEngine.Learning.Labels;

namespace ReliabilityEngine.Learning.Tests.Labels;

public class ProposalLaws
{
    static readonly Unlabelled[] Articles =
    [
        .. Enumerable.Range(0, 60).Select(i => new Unlabelled($"outlet {i % 5}", $"{i:00}", null, 30 + (i % 41), 10, 60 + (i % 17))),
    ];

    static readonly Proposals Fresh = new([65, 40], new Dictionary<string, int>());

    [Fact]
    public void Every_article_is_proposed_once_and_has_a_reason()
    {
        var proposals = Fresh.Choose(Articles).ToList();
        Assert.Equal(Articles.Length, proposals.Count);
        Assert.Equal(Articles.Length, proposals.Select(proposal => proposal.Article.Id).Distinct().Count());
        Assert.All(proposals, proposal => Assert.All(proposal.Reasons, reason => Assert.False(string.IsNullOrWhiteSpace(reason))));
        Assert.All(proposals, proposal => Assert.NotEmpty(proposal.Reasons));
    }

    [Fact]
    public void The_first_proposals_are_spread_over_the_outlets() =>
        Assert.Equal(5, Fresh.Choose(Articles).Take(8).Select(proposal => proposal.Article.Outlet).Distinct().Count());

    [Fact]
    public void An_outlet_without_labels_comes_before_its_like_with_many() =>
        Assert.Equal("b", new Proposals([], new Dictionary<string, int> { ["a"] = 9 })
            .Choose([new("a", "1", null, 50, 40, 60), new("b", "2", null, 50, 40, 60)]).First().Article.Outlet);

    [Fact]
    public void Of_one_outlet_the_article_at_the_boundary_and_the_least_sure_come_first()
    {
        Unlabelled[] articles = [new("a", "sure", null, 80, 75, 85), new("a", "unsure", null, 80, 50, 100), new("a", "boundary", null, 40, 35, 45)];
        var proposals = Fresh.Choose(articles).ToList();
        Assert.Equal("sure", proposals[^1].Article.Id);
        Assert.Contains("40 is near the boundary at 40", proposals.Single(proposal => proposal.Article.Id == "boundary").Reasons);
        Assert.Contains("an interval of 50 points", proposals.Single(proposal => proposal.Article.Id == "unsure").Reasons);
    }
}
