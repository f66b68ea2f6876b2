using System.Text.Json;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Learning.WhatIf;
using ReliabilityEngine.Ratings;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Learning.Tests.WhatIf;

/// <summary>What holds of every change in every sample, whatever the models.</summary>
public class TrialLaws
{
    static readonly Engine Engine = Engine.Load();

    static readonly Trials Trials = new(Score);

    static readonly (ArticleAnalysis Analysis, ArticleScore Score)[] Samples =
        [.. Directory.EnumerateFiles(Repository.PathOf("data", "samples"), "*.json").Order(StringComparer.Ordinal).Select(file => Score(Read(File.ReadAllText(file))))];

    [Fact]
    public void Making_a_change_again_moves_nothing_more()
    {
        Assert.NotEmpty(Samples);
        var carried = Samples.AsParallel().SelectMany(sample => Changes.All.Select(change => Trials.Carry(change, sample.Analysis))).OfType<ChangedArticle>().ToList();
        Assert.True(carried.Count > Changes.All.Length, $"{carried.Count} changes were made");
        Assert.All(carried, changed => Assert.Null(changed.Change.Apply(changed.Analysis)));
    }

    [Fact]
    public void Nothing_is_offered_below_noise_in_the_wrong_direction_or_without_its_place()
    {
        var offered = Samples.AsParallel().AsOrdered().Select(sample => (sample.Analysis, sample.Score, Changes: Trials.Best(sample.Analysis, sample.Score, 3))).ToList();
        Assert.Contains(offered, sample => !sample.Changes.IsEmpty);
        Assert.All(offered.SelectMany(sample => sample.Changes.Select(change => (sample.Analysis, sample.Score, Change: change))), sample =>
        {
            var (before, direction) = sample.Change.Target == "bias" ? (sample.Score.Bias, -1) : (sample.Score.Reliability, 1);
            Assert.True(sample.Change.Points * direction >= Trials.LeastPoints, sample.Change.Words);
            Assert.Equal(sample.Change.Points, sample.Change.Score - before.Score!.Value, 0.051);
            Assert.All(sample.Change.Places, place => Assert.InRange(place.End, place.Start, sample.Analysis.Article.Text.Length));
        });
        Assert.All(offered, sample => Assert.All(sample.Changes.CountBy(change => change.Target), pair => Assert.InRange(pair.Value, 1, 3)));
    }

    [Fact]
    public void A_plain_agency_sentence_gives_no_occasion_but_for_byline_and_dateline()
    {
        var analysis = ArticleAnalyzer.Analyze(new() { Id = "x", Title = "Quay closes", Text = "The quay will close in May, Ada Quill said. The piles are worn." });
        Assert.Equal(["byline", "dateline"], Changes.All.Where(change => change.Apply(analysis) is not null).Select(change => change.Id));
    }

    [Fact]
    public void Reasons_add_up_to_every_score_of_every_target()
    {
        var judged = Samples.Where(sample => sample.Score.Reliability.Score is not null).ToList();
        Assert.NotEmpty(judged);
        Assert.All(judged, sample => Assert.All(new[] { ("reliability", sample.Score.Reliability), ("bias", sample.Score.Bias) }, pair =>
            Assert.Equal(pair.Item2.Score!.Value, pair.Item2.Base!.Value + sample.Score.Contributions.Where(reason => reason.Target == pair.Item1).Sum(reason => reason.Points), 1e-6)));
    }

    static (ArticleAnalysis, ArticleScore) Score(Article article)
    {
        var analysis = ArticleAnalyzer.Analyze(article);
        return (analysis, Engine.Score(analysis));
    }

    static Article Read(string json)
    {
        var fields = JsonDocument.Parse(json).RootElement;
        return new()
        {
            Id = "x",
            Title = fields.TryGetProperty("title", out var title) ? title.GetString() : null,
            Text = fields.GetProperty("text").GetString()!,
        };
    }
}
