using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Speculations;

public sealed class InferenceLinksTests
{
    public static TheoryData<string[]> Lines => Cases.Read("tests", "ReliabilityEngine.Tests", "Speculations", "Cases", "links.tsv");

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_passage_infers_what_the_table_says(string[] line)
    {
        var document = Document.Parse(line[0].Replace("\\n", "\n", StringComparison.Ordinal));
        var links = SpeculationFinder.Find(document, CueMatcher.BuiltIn.Match(document), []).Links
            .Select(link => $"{document.SentenceAt(link.Premise)}>{document.SentenceAt(link.Conclusion)}").Distinct().Order();
        var shown = string.Join("; ", links);
        Assert.True(line[1] == (shown.Length > 0 ? shown : "-"), $"{line[^1]}: {line[0]} found {shown}");
    }
}
