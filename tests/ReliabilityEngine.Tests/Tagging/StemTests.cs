using ReliabilityEngine.Tagging;

namespace ReliabilityEngine.Tests.Tagging;

public sealed class StemTests
{
    [Theory]
    [InlineData("denies", "denied")]
    [InlineData("claims", "claiming")]
    [InlineData("claims", "claimed")]
    [InlineData("insist", "insisted")]
    [InlineData("planned", "plan")]
    [InlineData("announced", "announces")]
    [InlineData("argue", "arguing")]
    [InlineData("calls", "calling")]
    public void Forms_of_a_word_share_a_stem(string first, string second) => Assert.Equal(Of(first), Of(second));

    [Theory]
    [InlineData("focus", "focal")]
    [InlineData("crisis", "crise")]
    [InlineData("press", "pres")]
    public void Endings_that_are_no_endings_stay(string first, string second) => Assert.NotEqual(Of(first), Of(second));

    static string Of(string word) => Stem.Of(word, new char[Stem.Longest]).ToString();
}
