using ReliabilityEngine.Learning.Labels;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>An article worth labelling, with the reasons.</summary>
static class ProposalReport
{
    public static ResultShape<Proposal> Shape { get; } = new(
        (json, proposal) =>
        {
            json.WriteStartObject();
            json.WriteString("outlet", proposal.Article.Outlet);
            json.WriteString("id", proposal.Article.Id);
            json.WriteString("title", proposal.Article.Title);
            json.WriteTenth("score", proposal.Article.Score);
            json.WriteInterval("interval", Interval(proposal));
            json.WriteList("reasons", proposal.Reasons, (writer, reason) => writer.WriteStringValue(reason));
            json.WriteEndObject();
        },
        [
            new("outlet", proposal => proposal.Article.Outlet),
            new("id", proposal => proposal.Article.Id),
            new("title", proposal => proposal.Article.Title),
            new("score", proposal => Numbers.Tenth(proposal.Article.Score)),
            new("low", proposal => Numbers.Tenth(proposal.Article.Low)),
            new("high", proposal => Numbers.Tenth(proposal.Article.High)),
            new("reasons", proposal => string.Join("; ", proposal.Reasons)),
        ],
        [
            new("article", proposal => $"{proposal.Article.Outlet}/{proposal.Article.Id}", Least: 40),
            new("title", proposal => proposal.Article.Title ?? "", Least: 12),
            new("score", proposal => Numbers.WithInterval(proposal.Article.Score, Interval(proposal)), AlignRight: true),
        ],
        proposal => [string.Join("; ", proposal.Reasons)]);

    static Ratings.Interval Interval(Proposal proposal) => new(proposal.Article.Low, proposal.Article.High);
}
