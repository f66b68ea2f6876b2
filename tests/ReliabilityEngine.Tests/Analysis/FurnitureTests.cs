using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Analysis;

public sealed class FurnitureTests
{
    public static TheoryData<string[]> Texts => Cases.Read("tests", "ReliabilityEngine.Tests", "Analysis", "Cases", "furniture.tsv");

    public static TheoryData<string> Lexicons => [.. FurnitureLexicons];

    static IEnumerable<string> FurnitureLexicons =>
        LexiconLibrary.BuiltIn.Lexicons.Select(lexicon => lexicon.Name).Where(name => name.StartsWith("furniture-", StringComparison.Ordinal));

    [Theory, MemberData(nameof(Texts))]
    public void A_text_has_this_furniture(string[] row)
    {
        var text = row[0].Replace("\\n", "\n", StringComparison.Ordinal);
        var found = Find(text, row[1] == "-" ? null : row[1]).Select(item => $"{item.Kind} {OneLine(item.Span.In(text))}");
        Assert.Equal(row[2], string.Join(" | ", found.DefaultIfEmpty("-")));
    }

    [Fact]
    public void The_byline_that_came_with_an_article_is_found_in_its_text()
    {
        const string Text = "Live desk: Jo Orme\n\nThe ferry sank.";
        var furniture = ArticleAnalyzer.Analyze(new() { Id = "a", Text = Text, Byline = "Live desk: Jo Orme" }).Furniture;
        Assert.Equal(new(new(0, 18), FurnitureKind.Byline), Assert.Single(furniture));
    }

    [Fact]
    public void A_dateline_is_no_part_of_the_body_and_its_sentence_is()
    {
        var body = ArticleAnalyzer.Analyze(new() { Id = "a", Text = "HARWICK (Harbour Wire) — The ferry sank.\n\nReuters" }).Body;
        Assert.Single(body.Sentences);
        Assert.Equal(3, body.Words);
    }

    [Fact]
    public void There_are_furniture_lexicons() => Assert.NotEmpty(FurnitureLexicons);

    /// <summary>A kind that is none would be reported as other without a word.</summary>
    [Theory, MemberData(nameof(Lexicons))]
    public void Every_entry_has_a_kind(string lexicon) =>
        Assert.All(LexiconLibrary.BuiltIn[lexicon].Entries.Where(entry => !entry.IsBlocking), entry =>
            Assert.True(entry.Values[0] == "related" || Enum.TryParse<FurnitureKind>(entry.Values[0], ignoreCase: true, out _), entry.ToString()));

    [Theory]
    [InlineData("share ")]
    [InlineData("(share this ")]
    [InlineData("we use cookies, ")]
    [InlineData("Comments\n")]
    [InlineData("Read more\n")]
    [InlineData("Photo: ")]
    [InlineData("HARWICK (")]
    [InlineData("By Jo ")]
    public void A_hostile_text_is_read(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 400_000 / unit.Length));
        var document = Document.Parse(text);
        var cues = CueMatcher.BuiltIn.Match(document);
        // Not timed: what is quadratic here does not come back at all.
        var furniture = FurnitureFinder.Find(new() { Id = "a", Text = text }, Document.Parse("no such title"), document, cues);
        Assert.All(furniture, item => Assert.True(item.Span.End <= text.Length));
    }

    static ImmutableArray<Furniture> Find(string text, string? title) =>
        ArticleAnalyzer.Analyze(new() { Id = "a", Text = text, Title = title }).Furniture;

    static string OneLine(ReadOnlySpan<char> words) => Regex.Replace(words.ToString(), @"\s+", " ");
}
