using ReliabilityEngine.Tagging;
using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Tagging;

public sealed class TaggedAttributionTests
{
    public static TheoryData<string[]> Clear => Cases.Read("tests", "ReliabilityEngine.Tests", "Tagging", "Cases", "attributions.tsv");

    /// <summary>text, then of its attributions source (or -), cue and content, pieces joined by " | "</summary>
    [Theory]
    [MemberData(nameof(Clear))]
    public void Clear_attributions_are_found_whole(string[] row)
    {
        var document = Document.Parse(row[0]);
        var found = DocumentTagger.BuiltIn.Tag(document).Attributions.Select(attribution => string.Join('\t',
            attribution.Source is { } source ? Text(source) : "-",
            Text(attribution.Cue),
            string.Join(" | ", attribution.Content.Select(Text))));
        Assert.True(found.SequenceEqual(row[1..^1].Chunk(3).Select(parts => string.Join('\t', parts))), $"{row[^1]}: {string.Join(" ## ", found)}");

        string Text(TokenRange range) => document.SpanOf(range).In(document.Text).ToString();
    }
}
