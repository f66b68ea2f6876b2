using ReliabilityEngine.Learning.Extractions;

namespace ReliabilityEngine.Learning.Tests.Extractions;

public sealed class PlainSentencesTests
{
    [Theory]
    [InlineData("One. Two.", "One.", " Two.")]
    [InlineData("“Stop!” he said. (So it is.) Yes", "“Stop!”", " he said.", " (So it is.)", " Yes")]
    [InlineData("At 3.5 per cent... or so", "At 3.5 per cent...", " or so")]
    [InlineData("A title\n\nMr. Brown", "A title\n", "Mr.", " Brown")]
    [InlineData(" \n\u001d\n")]
    [InlineData("")]
    public void A_text_is_cut_at_line_ends_and_full_stops(string text, params string[] sentences) =>
        Assert.Equal(sentences, PlainSentences.Of(text).Select(sentence => sentence.In(text).ToString()));
}
