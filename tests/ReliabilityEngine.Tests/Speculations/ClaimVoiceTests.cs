using ReliabilityEngine.Attributions;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Speculations;

public sealed class ClaimVoiceTests
{
    public static TheoryData<string[]> Lines => Cases.Read("tests", "ReliabilityEngine.Tests", "Speculations", "Cases", "voices.tsv");

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_guess_is_credited_to_the_voice_of_the_table(string[] line)
    {
        var document = Document.Parse(line[0].Replace("\\n", "\n\n", StringComparison.Ordinal));
        var cues = CueMatcher.BuiltIn.Match(document);
        var speculations = SpeculationFinder.Find(document, cues, AttributionFinder.Find(document, cues, DocumentTagger.BuiltIn.Tag(document))).Speculations;
        var shown = string.Join("; ", speculations.Select(speculation => speculation.Voice.ToString().ToLowerInvariant()));
        Assert.True(line[1] == shown, $"{line[^1]}: {line[0]} found {shown}");
    }
}
