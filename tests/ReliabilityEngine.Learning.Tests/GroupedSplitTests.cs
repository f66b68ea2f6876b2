namespace ReliabilityEngine.Learning.Tests;

public class GroupedSplitTests
{
    static readonly Example[] Examples =
    [
        Of("one.example", 0), Of("one.example", 0), Of("two.example", 1), Of("three.example", null), Of("three.example", null), Of("four.example", 1),
    ];

    [Fact]
    public void No_fold_trains_on_an_outlet_that_it_judges()
    {
        var folds = GroupedSplit.Create(Examples, Enumerable.Range(0, Examples.Length), 10);
        Assert.NotEmpty(folds);
        Assert.All(folds, fold => Assert.Empty(Outlets(fold.Test).Intersect(Outlets(Enumerable.Range(0, Examples.Length).Where(i => fold.Train[i])))));
        Assert.Equal(Enumerable.Range(0, Examples.Length), folds.SelectMany(fold => fold.Test).Order());
    }

    [Fact]
    public void An_outlet_on_both_sides_is_refused_by_name()
    {
        var fold = new Fold("mixed", [0], [false, true, true, true, true, true]);
        var error = Assert.Throws<TrainingException>(() => GroupedSplit.Check(Examples, fold));
        Assert.Contains("one.example", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("two.example", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folds_of_a_file_that_divide_an_outlet_are_refused_by_name()
    {
        Example[] random = [.. Examples, Of("one.example", 1), Of("four.example", 2)];
        var error = Assert.Throws<TrainingException>(() => GroupedSplit.Create(random, Enumerable.Range(0, random.Length), 10));
        Assert.StartsWith("file.jsonl: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("four.example, one.example;", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("two.example", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_of_no_known_outlet_is_neither_judged_nor_trained_on_by_those_that_judge()
    {
        Example[] examples = [.. Examples, Of(Article.UnknownOutlet, 0), Of(Article.UnknownOutlet, 1)];
        var folds = GroupedSplit.Create(examples, Enumerable.Range(0, examples.Length), 10);
        Assert.Equal(Enumerable.Range(0, Examples.Length), folds.SelectMany(fold => fold.Test).Order());
        Assert.All(folds, fold => Assert.False(fold.Train[^1] || fold.Train[^2]));
    }

    [Fact]
    public void A_fold_of_every_outlet_is_refused() =>
        Assert.Throws<TrainingException>(() => GroupedSplit.Create([Of("one.example", 0), Of("two.example", 0)], [0, 1], 10));

    [Fact]
    public void The_first_byte_of_the_hash_deals_a_name_out()
    {
        // printf the.example | sha256sum begins with c9.
        Assert.Equal(0xc9 % 10, GroupedSplit.NumberOf("the.example", 10));
        Assert.Equal(0xc9 % 7, GroupedSplit.NumberOf("the.example", 7));
    }

    static IEnumerable<string> Outlets(IEnumerable<int> rows) => rows.Select(row => Examples[row].Outlet).Distinct();

    static Example Of(string outlet, int? fold) =>
        new(new() { Id = outlet, Text = "" }, outlet, "file.jsonl", fold, System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty, []);
}
