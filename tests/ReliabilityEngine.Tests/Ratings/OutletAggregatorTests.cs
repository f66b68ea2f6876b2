using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Tests.Ratings;

public sealed class OutletAggregatorTests
{
    static readonly OutletAggregator Aggregator = new(AdmiraltyScale.Default);

    [Fact]
    public void Few_articles_are_pulled_to_the_mean_of_all_more_than_many()
    {
        var ratings = Rate(("many", [80, 84, 88, 80, 84, 88, 80, 84, 88, 84]), ("few", [80, 88]), ("other", [40, 44, 48, 44, 40, 48]));

        Assert.True(ratings["few"].Shrunken < ratings["many"].Shrunken);
        Assert.True(ratings["few"].Shrunken < ratings["few"].Mean);
        Assert.True(Width(ratings["few"]) > Width(ratings["many"]));
    }

    [Fact]
    public void Outlets_that_differ_no_more_than_their_articles_do_are_all_alike()
    {
        var ratings = Rate(("one", [40, 60]), ("two", [42, 58]), ("three", [45, 55]));

        Assert.All(ratings.Values, rating => Assert.Equal(50, rating.Shrunken, 6));
    }

    [Fact]
    public void An_outlet_alone_keeps_its_mean() =>
        Assert.Equal(62, Rate(("alone", [60, 62, 64, 61, 63]))["alone"].Shrunken, 6);

    [Fact]
    public void One_article_an_outlet_says_nothing_of_the_outlets() =>
        Assert.All(Rate(("one", [85]), ("two", [40])).Values, rating => Assert.Equal(new(0, 100), rating.Interval));

    [Fact]
    public void An_unknown_outlet_is_never_rated() =>
        Assert.Empty(Rate((Article.UnknownOutlet, [50, 60, 70, 50, 60])));

    [Fact]
    public void Nothing_to_rate_is_no_rating() => Assert.Empty(Aggregator.Rate([]));

    [Fact]
    public void The_variances_are_those_of_the_moments()
    {
        // Four articles, two outlets: every number of the formula can be seen.
        var ratings = Rate(("high", [68, 72]), ("low", [28, 32]));
        const double Within = 8;
        const double Between = (4 * 20 * 20 - Within) / 2;
        const double Trust = Between / (Between + Within / 2);

        Assert.Equal(50 + Trust * 20, ratings["high"].Shrunken, 6);
        Assert.Equal(50 - Trust * 20, ratings["low"].Shrunken, 6);
    }

    static Dictionary<string, OutletRating> Rate(params (string Outlet, double[] Scores)[] outlets) =>
        Aggregator.Rate(outlets.SelectMany(outlet => outlet.Scores.Select(score => new OutletScore(outlet.Outlet, score, 100 - score))))
            .ToDictionary(rating => rating.Outlet);

    static double Width(OutletRating rating) => rating.Interval.High - rating.Interval.Low;
}
