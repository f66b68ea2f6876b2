using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Lexicons;

public sealed class CueTests
{
    public static TheoryData<string[]> Marked => Cases.Read("tests", "ReliabilityEngine.Tests", "Lexicons", "Cases", "cues.tsv");

    [Theory, MemberData(nameof(Marked))]
    public void A_lexicon_finds_what_is_marked_and_nothing_else(string[] row)
    {
        var (lexicon, marked, value) = (row[0], row[1].Replace("\\n", "\n", StringComparison.Ordinal), row.Length > 3 ? row[2] : null);
        var text = marked.Replace("[[", "", StringComparison.Ordinal).Replace("]]", "", StringComparison.Ordinal);
        CueMatch[] found = [.. CueMatcher.BuiltIn.Match(Document.Parse(text)).Where(match => match.Lexicon == lexicon)];
        Assert.True(marked == Mark(text, found), $"{row[^1]}: {lexicon} found {Mark(text, found)}");
        Assert.All(found, match => Assert.True(value is null || match.Value == value, $"{row[^1]}: found the value '{match.Value}'"));
    }

    [Fact]
    public void Every_lexicon_named_in_the_cases_exists()
    {
        string[] names = [.. Marked.Select<object[], string>(data => (string)data[0]).Distinct()];
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Equal(name, LexiconLibrary.BuiltIn[name].Name));
    }

    [Fact]
    public void A_tagger_settles_what_words_around_cannot()
    {
        var document = Document.Parse("Grants claims.");
        Assert.Equal(["Grants", "claims"], Verbs(WordReading.Unknown, WordReading.Unknown));
        Assert.Equal(["claims"], Verbs(WordReading.Name, WordReading.Verb));
        Assert.Equal(["Grants"], Verbs(WordReading.Verb, WordReading.Noun));

        IEnumerable<string> Verbs(params WordReading[] readings) =>
            CueMatcher.BuiltIn.Match(document, readings)
                .Where(match => match.Lexicon == "report-verbs")
                .Select(match => match.Span.In(document.Text).ToString());
    }

    [Fact]
    public void Matches_come_by_position_with_the_tokens_that_their_spans_cover()
    {
        var document = Document.Parse("The minister may have known, two officials briefed on the talks said. It seems clear.");
        var matches = CueMatcher.BuiltIn.Match(document);
        Assert.NotEmpty(matches);
        Assert.Equal(matches.OrderBy(match => match.Tokens.First).ThenBy(match => match.Lexicon, StringComparer.Ordinal), matches);
        Assert.All(matches, match => Assert.Equal(match.Tokens, document.TokensAt(match.Span)));
    }

    static string Mark(string text, CueMatch[] found)
    {
        foreach (var match in found.Reverse())
            text = text.Insert(match.Span.End, "]]").Insert(match.Span.Start, "[[");
        return text;
    }
}
