using System.Collections.Immutable;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Attributions;

/// <summary>What holds for the attributions of every text, found by rules or by weights.</summary>
public sealed class AttributionLaws
{
    static readonly (Document Document, ImmutableArray<Attribution> Found)[] Findings = [.. Texts().SelectMany(Analyzed)];

    public static TheoryData<string> Hostile =>
    [
        "said ", "he said ", "\" ", "(", "that ", ", X said", ", who said", "Smith said Jones, ", "\"a,\" he said. ", "according to the ",
        "Smith: a\n\n", "Smith's claim that ", "is expected to ", "A source said no. He said on condition of anonymity. ", "the man who said ",
    ];

    [Fact]
    public void The_samples_hold_attributions_by_sources_of_every_kind()
    {
        var kinds = Findings.SelectMany(finding => finding.Found).Select(attribution => attribution.Kind).ToHashSet();
        Assert.Superset(new HashSet<SourceKind> { SourceKind.Person, SourceKind.Organisation, SourceKind.Document, SourceKind.Unnamed, SourceKind.Collective }, kinds);
    }

    [Fact]
    public void Contents_are_there_ordered_and_disjoint() => Assert.All(Findings, finding =>
    {
        Assert.All(finding.Found, attribution => Assert.NotEmpty(attribution.Content));
        var contents = finding.Found.SelectMany(attribution => attribution.Content).Order().ToArray();
        Assert.All(contents, content => Assert.False(content.IsEmpty));
        Assert.All(contents.Zip(contents.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    });

    [Fact]
    public void No_cue_or_source_stands_inside_its_own_content() => Assert.All(Findings, finding => Assert.All(finding.Found, attribution =>
    {
        Assert.DoesNotContain(attribution.Content, content => attribution.Cue is { } cue && content.Overlaps(cue));
        Assert.DoesNotContain(attribution.Content, content => attribution.Source is { } source && content.Overlaps(source));
    }));

    [Fact]
    public void Spans_lie_in_the_text_and_hold_something() => Assert.All(Findings, finding => Assert.All(
        finding.Found.SelectMany(Spans),
        span => Assert.True(span.Start >= 0 && !span.IsEmpty && span.End <= finding.Document.Text.Length
            && !finding.Document.Text.AsSpan(span.Start, span.Length).IsWhiteSpace())));

    [Fact]
    public void Anonymity_is_told_of_the_unnamed_alone() => Assert.All(Findings, finding => Assert.All(
        finding.Found, attribution => Assert.Equal(attribution.Kind == SourceKind.Unnamed, attribution.Anonymity is not null)));

    [Fact]
    public void What_an_anaphor_refers_to_is_not_the_anaphor() => Assert.All(Findings, finding => Assert.All(finding.Found, attribution =>
        Assert.True(attribution.Refers is null || attribution.Anaphor && attribution.Refers != attribution.Source)));

    [Fact]
    public void A_reason_has_words_exactly_where_one_is_given() => Assert.All(
        Findings.SelectMany(finding => finding.Found).Select(attribution => attribution.Anonymity).OfType<Anonymity>(),
        anonymity => Assert.Equal(anonymity.Reason == ReasonGiven.Missing, anonymity.ReasonSpan is null));

    /// <summary>A pass that looks back or ahead over and over would take minutes.</summary>
    [Theory, MemberData(nameof(Hostile))]
    public void A_hostile_text_is_read_in_seconds(string unit)
    {
        var document = Document.Parse(string.Concat(Enumerable.Repeat(unit, 250_000 / unit.Length)));
        var cues = CueMatcher.BuiltIn.Match(document);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        AttributionFinder.Find(document, cues, DocumentTags.None);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), $"{watch.Elapsed} for a quarter of a megabyte of {unit}");
    }

    static IEnumerable<(Document Document, ImmutableArray<Attribution> Found)> Analyzed(string text)
    {
        var document = Document.Parse(text);
        var cues = CueMatcher.BuiltIn.Match(document);
        yield return (document, AttributionFinder.Find(document, cues, DocumentTags.None));
        yield return (document, AttributionFinder.Find(document, cues, DocumentTagger.BuiltIn.Tag(document)));
    }

    static IEnumerable<string> Texts() => Directory
        .EnumerateFiles(Repository.PathOf("data", "samples"), "*", SearchOption.AllDirectories)
        .Where(path => Path.GetExtension(path) is ".txt" or ".json" or ".jsonl" or ".md")
        .Select(File.ReadAllText)
        .Append("")
        .Append("“")
        .Append("said")
        .Append(": \"x\" said ,");

    static IEnumerable<TextSpan> Spans(Attribution attribution)
    {
        TextSpan?[] optional = [attribution.Source, attribution.Cue, attribution.Refers, attribution.Anonymity?.Basis, attribution.Anonymity?.ReasonSpan];
        return optional.OfType<TextSpan>().Concat(attribution.Content);
    }
}
