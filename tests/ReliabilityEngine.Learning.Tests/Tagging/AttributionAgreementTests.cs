using ReliabilityEngine.Learning.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Tests.Tagging;

public sealed class AttributionAgreementTests
{
    static readonly AnnotatedArticle Article = new("a", "p", new string('x', 100),
    [
        new([new(0, 5)], [new(6, 10)], [new(11, 31)]),
        new([], [new(40, 44)], [new(45, 65)]),
    ]);

    [Fact]
    public void Overlapping_sources_and_half_of_the_content_make_one_right() =>
        Assert.Equal(1, Right(new FoundAttribution(new TextSpan(4, 9), new(6, 10), [new(11, 21)])));

    [Fact]
    public void Less_than_half_of_the_content_does_not() =>
        Assert.Equal(0, Right(new FoundAttribution(new TextSpan(0, 5), new(6, 10), [new(11, 20)])));

    [Fact]
    public void A_source_where_none_is_meant_does_not() =>
        Assert.Equal(0, Right(new FoundAttribution(new TextSpan(36, 39), new(40, 44), [new(45, 65)])));

    [Fact]
    public void Each_gold_attribution_is_matched_once()
    {
        var found = new FoundAttribution(null, new(40, 44), [new(45, 65)]);
        Assert.Equal(1, Right(found, found));
    }

    [Fact]
    public void Counts_and_f1_are_over_all_articles()
    {
        var right = new FoundAttribution(null, new(40, 44), [new(45, 65)]);
        var agreement = AttributionAgreement.Of([(Article, [right]), (Article, [right, right, right])]);
        Assert.Equal(0.5, agreement.F1, 4);
        Assert.Equal(0.5, agreement.RelativeCountError, 4);
    }

    static int Right(params FoundAttribution[] found) => AttributionAgreement.Of([(Article, found)]).Right;
}
