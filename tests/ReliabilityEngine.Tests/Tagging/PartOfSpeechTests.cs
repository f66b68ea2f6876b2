using ReliabilityEngine.Tagging;
using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Tagging;

public sealed class PartOfSpeechTests
{
    public static TheoryData<string[]> Ambiguous => Cases.Read("tests", "ReliabilityEngine.Tests", "Tagging", "Cases", "parts-of-speech.tsv");

    /// <summary>sentence, the word in question, its part of speech</summary>
    [Theory]
    [MemberData(nameof(Ambiguous))]
    public void Words_with_several_parts_of_speech_are_told_by_their_place(string[] row)
    {
        var document = Document.Parse(row[0]);
        var tags = DocumentTagger.BuiltIn.Tag(document);
        var word = Enumerable.Range(0, document.Tokens.Length).First(token => document.Raw(token).SequenceEqual(row[1]));
        Assert.True(Enum.Parse<PartOfSpeech>(row[2]) == tags[word], $"{row[^1]}: {tags[word]}");
    }
}
