using System.Collections.Immutable;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Attributions;

/// <summary>What the passes and the readers of sources find without learned weights.</summary>
public sealed class AttributionTests
{
    const string Nothing = "∅";
    const string NoneAtAll = "-";

    public static TheoryData<string[]> Attributions => Read("attributions.tsv");

    public static TheoryData<string[]> SourceKinds => Read("source-kinds.tsv");

    public static TheoryData<string[]> Anonymities => Read("anonymity.tsv");

    [Theory, MemberData(nameof(Attributions))]
    public void A_text_has_this_attribution(string[] row)
    {
        var text = row[0].Replace("\\n", "\n\n", StringComparison.Ordinal);
        var found = Find(text);
        if (row[1] == NoneAtAll)
            Assert.True(found.IsEmpty, Described(text, found));
        else
            Assert.True(found.Any(attribution => Written(text, attribution) == string.Join(" | ", row[1..^1])), $"{row[^1]}\n{Described(text, found)}");
    }

    [Theory, MemberData(nameof(SourceKinds))]
    public void The_last_marked_source_is_of_this_kind(string[] row)
    {
        var (text, spans) = MarkedText.Read(row[0]);
        var document = Document.Parse(text);
        var reading = SourceClassifier.Classify(document, CueMatcher.BuiltIn.Match(document), spans)[^1];
        Assert.Equal((row[1], row[2]), (Kebab.Of(reading.Kind), reading.Anaphor ? "1" : "0"));
    }

    [Theory, MemberData(nameof(Anonymities))]
    public void An_unnamed_source_is_described_so(string[] row)
    {
        var attribution = Find(row[0]).First(attribution => Written(row[0], attribution.Source) == row[1]);
        var anonymity = Assert.IsType<Anonymity>(attribution.Anonymity);
        Assert.Equal(string.Join(" | ", row[2..^1]), string.Join(" | ",
            Kebab.Of(anonymity.Specificity), Written(row[0], anonymity.Basis), Kebab.Of(anonymity.Reason), Written(row[0], anonymity.ReasonSpan)));
    }

    static ImmutableArray<Attribution> Find(string text)
    {
        var document = Document.Parse(text);
        return AttributionFinder.Find(document, CueMatcher.BuiltIn.Match(document), DocumentTags.None);
    }

    static TheoryData<string[]> Read(string file) => Cases.Read("tests", "ReliabilityEngine.Tests", "Attributions", "Cases", file);

    static string Written(string text, TextSpan? span) => span is { } words ? words.In(text).ToString() : Nothing;

    static string Written(string text, Attribution attribution) => string.Join(" | ",
        Written(text, attribution.Source), Written(text, attribution.Cue),
        string.Join(" … ", attribution.Content.Select(piece => piece.In(text).ToString())),
        Kebab.Of(attribution.Kind), Kebab.Of(attribution.Quotation));

    static string Described(string text, ImmutableArray<Attribution> found) =>
        string.Join('\n', found.Select(attribution => "found: " + Written(text, attribution)));
}
