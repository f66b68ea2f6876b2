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
        // Low scores are farther off than high ones, and unusual texts than usual ones.
        JudgedScore[] judged =
        [
            .. from _ in Enumerable.Range(0, 2000)
               let score = 100 * random.NextDouble()
               let unusualness = Math.Exp(random.NextDouble() - 0.5)
               select new JudgedScore(score, score + ((110 - score) / 4 * unusualness * ((2 * random.NextDouble()) - 1)), unusualness),
        ];
        var table = IntervalTable.Fit(judged, 0.9);
        foreach (var part in judged.OrderBy(pair => pair.Unusualness).Chunk(500))
            Assert.InRange(part.Average(pair => pair.Residual <= table.HalfWidth(pair.Score, 500, pair.Unusualness) ? 1.0 : 0), 0.86, 0.94);
        Assert.True(table.HalfWidth(10, 500, 1) > 2 * table.HalfWidth(90, 500, 1));
        Assert.True(table.HalfWidth(50, 100, 1) > table.HalfWidth(50, 500, 1));
        Assert.True(table.HalfWidth(50, 500, 1.6) > 1.4 * table.HalfWidth(50, 500, 0.7));
    }

    [Theory]
    [InlineData(9, 0.9, 9)]
    [InlineData(19, 0.9, 18)]
    [InlineData(20, 0.9, 19)]
    [InlineData(39, 0.5, 20)]
    public void Half_a_width_is_the_residual_at_the_quantile_of_one_article_more(int articles, double coverage, int expected)
    {
        // The ⌈(n + 1) · coverage⌉-th smallest of the residuals 1, 2, … n.
        var table = IntervalTable.Fit(Enumerable.Range(1, articles).Select(residual => new JudgedScore(50, 50 + residual, 1)), coverage);
        Assert.Equal(expected, table.HalfWidth(50, 500, 1), 1e-9);
    }

    [Fact]
    public void Intervals_never_grow_narrower_on_odder_texts()
    {
        var random = new Random(4);
        var table = IntervalTable.Fit(
            Enumerable.Range(1, 400).Select(i => new JudgedScore(50, 50 + (20 * random.NextDouble() / i), i)), 0.9);
        Assert.Equal(table.HalfWidth(50, 500, 0.5), table.HalfWidth(50, 500, 400));
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
