using System.Globalization;
using ReliabilityEngine.Learning.Labels;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Learning.Tests.Labels;

public class AlphaTests
{
    public static TheoryData<string[]> Published => Cases.Read("tests", "ReliabilityEngine.Learning.Tests", "Cases", "alpha.tsv");

    [Theory]
    [MemberData(nameof(Published))]
    public void Alpha_is_that_of_the_published_examples(string[] row)
    {
        var labellers = row[2..^1].Select(values => values.Split(' ')).ToArray();
        var words = labellers.SelectMany(values => values).Distinct().ToArray();
        var units = Enumerable.Range(0, labellers[0].Length).Select(unit => labellers.Select(values => values[unit])
            .Where(value => value != ".").Select(value => row[0] == "interval" ? [Number(value)] : words.Select(word => word == value ? 1.0 : 0).ToArray()).ToArray());
        Assert.Equal(Number(row[1]), KrippendorffAlpha.Of(units).Value!.Value, 0.0005);
    }

    [Fact]
    public void Full_agreement_is_one_and_labels_that_never_differ_have_no_alpha()
    {
        Assert.Equal(1, KrippendorffAlpha.Of([[[1.0], [1.0]], [[5.0], [5.0]]]).Value);
        Assert.Null(KrippendorffAlpha.Of([[[1.0], [1.0]], [[1.0], [1.0]]]).Value);
        Assert.Null(KrippendorffAlpha.Of([[[1.0]], [[5.0]]]).Value);
    }

    [Fact]
    public void The_interval_holds_alpha_and_narrows_with_more_articles()
    {
        var (few, many) = (Noisy(20), Noisy(500));
        foreach (var alpha in (KrippendorffAlpha[])[few, many])
            Assert.InRange(alpha.Value!.Value, alpha.Interval(1)!.Value.Low, alpha.Interval(1)!.Value.High);
        Assert.True(Width(many) < Width(few) / 2, $"{Width(many)} and {Width(few)}");
        Assert.Equal(few.Interval(1), few.Interval(1));

        static double Width(KrippendorffAlpha alpha) => alpha.Interval(1)!.Value.High - alpha.Interval(1)!.Value.Low;
    }

    [Fact]
    public void Labellers_are_compared_all_together_and_two_by_two()
    {
        Label[] labels =
        [
            new("1", "ada", "70"), new("1", "ben", "60"), new("1", "cleo", "70"), new("2", "ada", "20"), new("2", "ben", "30"),
            new("3", "dan", "50"),
        ];
        var rows = LabelAgreement.All(LabelField.Named("reliability")!, labels, 1);
        Assert.Equal(["ada+ben+cleo+dan", "ada+ben", "ada+cleo", "ben+cleo"], rows.Select(row => string.Join('+', row.Labellers)));
        Assert.Equal([2, 2, 1, 1], rows.Select(row => row.Articles));
        Assert.Equal(10, rows[1].Difference);
        Assert.Null(rows[1].Same);
        var words = LabelAgreement.All(LabelField.Named("leaning")!, [new("1", "ada", "left"), new("1", "ben", "right"), new("2", "ada", "left"), new("2", "ben", "left")], 1);
        Assert.Equal(0.5, Assert.Single(words).Same);
    }

    static KrippendorffAlpha Noisy(int articles)
    {
        var random = new Random(5);
        return KrippendorffAlpha.Of(Enumerable.Range(0, articles).Select(_ => 100 * random.NextDouble())
            .Select(truth => (double[][])[[truth + (20 * random.NextDouble())], [truth + (20 * random.NextDouble())]]).ToList());
    }

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
