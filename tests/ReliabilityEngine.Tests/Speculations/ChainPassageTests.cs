using System.Collections.Immutable;
using System.Globalization;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Speculations;

public sealed class ChainPassageTests
{
    public static TheoryData<string[]> Lines => Cases.Read("tests", "ReliabilityEngine.Tests", "Speculations", "Cases", "passages.tsv");

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_passage_builds_the_chains_of_the_table(string[] line)
    {
        var document = Document.Parse(line[0].Replace("\\n", "\n", StringComparison.Ordinal));
        var findings = SpeculationFinder.Find(document, CueMatcher.BuiltIn.Match(document), [], LikelihoodTable.Named(line[1])!);
        var shown = string.Join("; ", findings.Chains.Select(chain => Show(chain, findings.Speculations)));
        Assert.True(line[2] == shown, $"{line[^1]}: found {shown}");
    }

    [Theory]
    [InlineData("may ")]
    [InlineData("it may be likely because if so therefore ")]
    [InlineData("So it may rain. ")]
    [InlineData("Given points (1) and (2) it may rain. (1) ")]
    [InlineData("\"I think it may ")]
    [InlineData("(1) So it may rain, given points (1), (2) and (3). (2) Thus it may snow.\n")]
    [InlineData("if he may, unless she might because ")]
    public void A_hostile_text_takes_no_more_than_seconds(string unit)
    {
        var document = Document.Parse(string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length)));
        var cues = CueMatcher.BuiltIn.Match(document);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var findings = SpeculationFinder.Find(document, cues, []);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
        Assert.InRange(findings.Chains.Length, 0, 100);
    }

    static string Show(Chain chain, ImmutableArray<Speculation> speculations)
    {
        var likelihood = chain.Likelihood is { } of ? string.Create(CultureInfo.InvariantCulture, $"{of.Low * 100:0.##}..{of.High * 100:0.##}") : "-";
        return $"{string.Join('-', chain.Steps.Select(step => speculations[step].Sentence))} {likelihood} {chain.Unquantified}";
    }
}
