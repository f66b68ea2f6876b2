using System.Collections.Immutable;

namespace ReliabilityEngine.Learning.Tests;

public class TimeSplitTests
{
    static readonly Recipe Recipe = RecipeFile.Parse(Recipes.Sound, "sound.json").WithFiles(["file.jsonl"]);

    static readonly DateTimeOffset Start = new(2019, 1, 1, 0, 0, 0, default);

    // Twelve outlets, an article a month each over twenty months.
    static readonly ImmutableArray<Example> Examples =
        [.. from outlet in Enumerable.Range(0, 12) from month in Enumerable.Range(0, 20) select Of($"outlet{outlet}.example", Start.AddMonths(month))];

    [Fact]
    public void What_is_judged_is_later_and_of_other_outlets_than_all_that_is_trained_on()
    {
        var (from, folds) = TimeSplit.Create(Examples, GroupedSplit.Create(Examples, Enumerable.Range(0, Examples.Length), 4), Recipe);
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
        Assert.Empty(TimeSplit.Create(undated, GroupedSplit.Create(undated, Enumerable.Range(0, undated.Length), 4), Recipe).Folds);
    }

    [Fact]
    public void An_outlet_before_which_nothing_else_was_published_is_not_judged_by_date()
    {
        // The house's own outlet has most articles, all of them earlier than what others published.
        ImmutableArray<Example> house =
        [
            .. Enumerable.Range(0, 200).Select(day => Of("house.example", Start.AddDays(day))),
            .. Enumerable.Range(0, 60).Select(day => Of($"outlet{day % 6}.example", Start.AddDays(300 + day))),
        ];
        var (from, folds) = TimeSplit.Create(house, GroupedSplit.Create(house, Enumerable.Range(0, house.Length), 20), Recipe);
        Assert.True(from < Start.AddDays(200));
        Assert.NotEmpty(folds);
        Assert.All(folds, fold => Assert.Contains(true, fold.Train));
        Assert.DoesNotContain("house.example", folds.SelectMany(fold => fold.Test).Select(row => house[row].Outlet));
    }

    static Example Of(string outlet, DateTimeOffset published) =>
        new(new() { Id = outlet, Text = "", Published = published }, outlet, "file.jsonl", null,
            ImmutableSortedDictionary<string, string>.Empty.Add("reliability", "50"), []);
}
