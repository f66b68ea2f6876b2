using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Tests.Ratings;

public sealed class AdmiraltyScaleTests
{
    [Theory]
    [InlineData(9, 82, 76, 'A')]
    [InlineData(9, 82, 74, 'B')]
    [InlineData(9, 65, 60, 'B')]
    [InlineData(9, 64.9, 60, 'C')]
    [InlineData(9, 49.9, 40, 'D')]
    [InlineData(9, 34.9, 30, 'E')]
    [InlineData(4, 90, 85, 'F')]
    public void An_outlet_gets_the_letter_of_its_mean_and_A_only_with_its_whole_interval(int articles, double mean, double low, char letter) =>
        Assert.Equal(letter, AdmiraltyScale.Default.SourceReliability(articles, mean, new(low, mean + mean - low)));

    [Fact]
    public void An_interval_is_written_as_people_write_it() => Assert.Equal("58–81.2", new Interval(58, 81.2).ToString());

    [Theory]
    [InlineData(65.0, false, 2)]
    [InlineData(64.9, false, 3)]
    [InlineData(39.9, false, 4)]
    [InlineData(70.0, true, 3)]
    [InlineData(50.0, true, 4)]
    [InlineData(20.0, true, 4)]
    [InlineData(null, false, 6)]
    public void An_item_steps_down_for_a_lone_unnamed_source_but_never_below_4(double? reliability, bool alone, int number) =>
        Assert.Equal(number, AdmiraltyScale.Default.InformationCredibility(reliability, alone));
}
