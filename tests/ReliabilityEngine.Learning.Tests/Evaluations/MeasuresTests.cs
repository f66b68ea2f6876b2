using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Learning.Tests.Evaluations;

public class MeasuresTests
{
    [Fact]
    public void Ties_share_their_ranks() =>
        Assert.Equal(0.9486832980505138, Measures.RankCorrelation([1, 2, 2, 3], [10, 20, 30, 40]), 1e-12);

    [Fact]
    public void A_row_that_never_varies_agrees_with_nothing() => Assert.Equal(0, Measures.Correlation([1, 1, 1], [1, 2, 3]));

    [Fact]
    public void Half_of_a_tie_counts_for_the_area() => Assert.Equal(0.875, Measures.Auc([1, 2, 2, 3], [false, false, true, true]));

    [Fact]
    public void Intervals_hold_the_share_of_labels_that_they_promise()
    {
        var random = new Random(3);
        double[] scores = [.. Enumerable.Range(0, 2000).Select(_ => 100 * random.NextDouble())];
        // Low scores are farther off than high ones.
        double[] labels = [.. scores.Select(score => score + ((110 - score) / 4 * ((2 * random.NextDouble()) - 1)))];
        var table = IntervalTable.Fit(scores, labels, 0.9);
        Assert.InRange(scores.Zip(labels).Average(pair => Math.Abs(pair.First - pair.Second) <= table.HalfWidth(pair.First, 500) ? 1.0 : 0), 0.88, 0.92);
        Assert.True(table.HalfWidth(10, 500) > 2 * table.HalfWidth(90, 500));
        Assert.True(table.HalfWidth(50, 100) > table.HalfWidth(50, 500));
    }

    [Fact]
    public void Exchanging_names_twice_gives_the_text_back()
    {
        Assert.NotEmpty(NameSwap.All);
        Assert.All(NameSwap.All, swap =>
        {
            const string Text = "CNN and Fox News asked Hillary Clinton; Democrats and Republicans answered Donald Trump.";
            Assert.NotEqual(Text, swap.Apply(Text));
            Assert.Equal(Text, swap.Apply(swap.Apply(Text)));
        });
    }
}
