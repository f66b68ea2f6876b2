using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Speculations;

public sealed class MarkerFinderTests
{
    public static TheoryData<string[]> Lines => Cases.Read("tests", "ReliabilityEngine.Tests", "Speculations", "Cases", "speculations.tsv");

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_sentence_guesses_what_the_table_says(string[] line)
    {
        var document = Document.Parse(line[0]);
        var found = SpeculationFinder.Find(document, CueMatcher.BuiltIn.Match(document), []).Speculations
            .Select(speculation => $"{speculation.Marker.In(document.Text).ToString().ToLowerInvariant()} {speculation.Band.Name()}");
        var shown = string.Join("; ", found);
        Assert.True(line[1] == (shown.Length > 0 ? shown : "-"), $"{line[^1]}: {line[0]} found {shown}");
    }
}
