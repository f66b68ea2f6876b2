using System.Collections.Immutable;

namespace ReliabilityEngine.Learning.Tests;

public class TimeSplitTests
{
    static readonly LabelSource Main = new("reliability", LabelSource.AnyFile, "reliability", [], 1);

    // Twelve outlets, an article a month each over twenty months.
    static readonly ImmutableArray<Example> Examples =
        [.. from outlet in Enumerable.Range(0, 12) from month in Enumerable.Range(0, 20) select Of($"outlet{outlet}.example", new DateTimeOffset(2019, 1, 1, 0, 0, 0, default).AddMonths(month))];

    [Fact]
    public void What_is_judged_is_later_and_of_other_outlets_than_all_that_is_trained_on()
    {
        var (from, folds) = TimeSplit.Create(Examples, GroupedSplit.Create(Examples, Enumerable.Range(0, Examples.Length), 4), Main);
        Assert.NotEmpty(folds);
        Assert.All(folds, fold =>
        {
            GroupedSplit.Check(Examples, fold);
            Assert.All(fold.Test, row => Assert.True(Examples[row].Article.Published >= from));
            Assert.All(Enumerable.Range(0, Examples.Length).Where(row => fold.Train[row]), row => Assert.True(Examples[row].Article.Published < from));
        });
        Assert.InRange(folds.Sum(fold => fold.Test.Length), Examples.Length / 5, Examples.Length / 2);
    }

    [Fact]
    public void Where_few_are_dated_nothing_is_split()
    {
        ImmutableArray<Example> undated = [.. Examples.Select((example, i) => i % 3 == 0 ? example : example with { Article = example.Article with { Published = null } })];
        Assert.Empty(TimeSplit.Create(undated, GroupedSplit.Create(undated, Enumerable.Range(0, undated.Length), 4), Main).Folds);
    }

    static Example Of(string outlet, DateTimeOffset published) =>
        new(new() { Id = outlet, Text = "", Published = published }, outlet, "file.jsonl", null,
            ImmutableSortedDictionary<string, string>.Empty.Add("reliability", "50"), []);
}
