using ReliabilityEngine.Learning.Labels;

namespace ReliabilityEngine.Learning.Tests.Labels;

public class LabelFieldTests
{
    [Theory]
    [InlineData("reliability", " 70.50", "70.5")]
    [InlineData("reliability", "100", "100")]
    [InlineData("reliability", "100.1", null)]
    [InlineData("reliability", "NaN", null)]
    [InlineData("bias", "-1", null)]
    [InlineData("bias", "-0", "0")]
    [InlineData("bias", "1,5", null)]
    [InlineData("leaning_score", "-100", "-100")]
    [InlineData("hyperpartisan", "TRUE", "true")]
    [InlineData("hyperpartisan", "yes", null)]
    [InlineData("leaning", "Center", "center")]
    [InlineData("leaning", "centre", null)]
    public void A_value_is_read_into_its_normal_form_or_not_at_all(string field, string text, string? expected) =>
        Assert.Equal(expected, LabelField.Named(field)!.Read(text));

    [Fact]
    public void Unknown_names_are_passed_over_and_unsound_values_are_named()
    {
        var labels = LabelField.ReadAll([new("reliability", "70"), new("colour", "red"), new("bias", "high")], out var troubles);
        Assert.Equal(["reliability"], labels.Keys);
        Assert.Equal<string>(["bias is \"high\", expected a number from 0 to 100"], troubles);
    }

    [Fact]
    public void Several_labels_become_their_mean_or_the_word_of_the_most()
    {
        Assert.Equal("40", JointLabel.Of(LabelField.Named("bias")!, ["20", "60"]));
        Assert.Equal("left", JointLabel.Of(LabelField.Named("leaning")!, ["left", "right", "left"]));
        Assert.Null(JointLabel.Of(LabelField.Named("leaning")!, ["left", "right"]));
    }

    [Fact]
    public void Labellers_who_agree_tell_no_more_than_one_of_them()
    {
        Assert.Equal(1, JointLabel.Weight(1, 0.3));
        Assert.Equal(1, JointLabel.Weight(3, 1));
        Assert.Equal(3, JointLabel.Weight(3, 0));
        Assert.Equal(1.5, JointLabel.Weight(3, 0.5));
        Assert.Equal(3, JointLabel.Weight(3, -0.4));
        Assert.Equal(1, JointLabel.Weight(3, null));
    }
}
