using System.Text.RegularExpressions;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Lexicons;

/// <summary>What holds for every lexicon that comes with the engine.</summary>
public sealed partial class LexiconLaws
{
    static readonly LexiconLibrary Library = LexiconLibrary.BuiltIn;
    static readonly Paradigms Paradigms = new(Library[Paradigms.Lexicon]);

    // One of them lets any entry fire that is not blocked by its own lexicon.
    static readonly string[] Frames =
    [
        "{0}.", "They {0} it.", "It is {0} good.", "Then {0} Smith left.", "If so, {0} she went.", "She left, {0} harm was done.", "The {0} theft.",
        "It was {0} known.", "It {0} to be.", "Smith {0} that it was.", "We {0}.", "It is wrong, {0}.",
    ];

    public static TheoryData<string> Names => [.. Library.Lexicons.Select(lexicon => lexicon.Name)];

    public static TheoryData<string> Matched => [.. Library.Lexicons.Where(lexicon => !lexicon.IsLookup).Select(lexicon => lexicon.Name)];

    [Fact]
    public void There_are_lexicons_for_all_that_the_engine_looks_for() =>
        Assert.Empty(
            new[]
            {
                "hedges", "boosters", "report-verbs", "factives", "assertives", "implicatives", "inference-cues", "hearsay", "anonymous-heads",
                "ranks", "body-words", "knowledge-basis", "anonymity-reasons", "loaded", "subjective", "intensifiers", "conspiratorial",
                "sensational", "titles", "roles", "organisation-heads", "document-heads", "collective-heads", "given-names", "function-words",
            }.Except(Library.Lexicons.Select(lexicon => lexicon.Name)));

    [Fact]
    public void The_lexicons_that_are_matched_fit_into_one_word_of_bits() =>
        Assert.InRange(Library.Lexicons.Count(lexicon => !lexicon.IsLookup), 1, 64);

    [Theory, MemberData(nameof(Names))]
    public void A_lexicon_says_what_it_is_and_where_it_comes_from(string name)
    {
        var lexicon = Library[name];
        Assert.Matches("^[a-z]+(-[a-z]+)*$", name);
        Assert.True(lexicon.Title.Length > 3 && lexicon.Source.Length > 10, name);
        Assert.Equal("Apache-2.0", lexicon.Licence);
        Assert.Contains(lexicon.Entries, entry => !entry.IsBlocking);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_phrase_stands_once_whatever_its_form(string name)
    {
        var seen = new Dictionary<string, LexiconEntry>(StringComparer.Ordinal);
        var twice = new List<string>();
        foreach (var (entry, form) in FormsOf(Library[name]))
        {
            var key = string.Join(' ', form) + (entry.IsExact ? "=" : "");
            if (seen.TryGetValue(key, out var first) && !MayRepeat(first, entry))
                twice.Add($"{entry.Place}: '{key}' stands at {first.Place}");
            seen[key] = entry;
        }

        AssertNone(twice);
    }

    [Theory, MemberData(nameof(Matched))]
    public void Every_entry_can_be_found(string name)
    {
        var lexicon = Library[name];
        AssertNone(
            from pair in FormsOf(lexicon)
            where !pair.Entry.IsBlocking
            let text = Written(pair.Form, lexicon)
            where !Frames.Any(frame => IsFound(frame, text, name)) && !IsOverruled(text, lexicon)
            select $"{pair.Entry.Place}: {text}");
    }

    [Theory, MemberData(nameof(Matched))]
    public void A_blocking_phrase_is_no_cue(string name)
    {
        var lexicon = Library[name];
        AssertNone(
            from pair in FormsOf(lexicon)
            where pair.Entry.IsBlocking
            let text = Written(pair.Form, lexicon)
            where Frames.Take(2).Any(frame => IsFound(frame, text, name)) && !IsOverruled(text, lexicon)
            select $"{pair.Entry.Place}: {text}");
    }

    [Theory, MemberData(nameof(Matched))]
    public void A_blocking_phrase_has_something_to_block(string name)
    {
        var borrowers = Library.Lexicons.Where(lexicon => lexicon.Name == name || lexicon.Header.Blocks.Contains(name));
        var forms = borrowers.SelectMany(FormsOf).Where(pair => !pair.Entry.IsBlocking).Select(pair => pair.Form).ToArray();
        var byFirst = forms.ToLookup(form => form[0], StringComparer.Ordinal);
        AssertNone(
            from entry in Library[name].Entries
            where entry.IsBlocking
            where !PhraseForms.Of(entry, Paradigms).Any(blocking => Takes(blocking, byFirst))
            select $"{entry.Place}: {entry.Phrase}");
    }

    [Fact]
    public void The_lexicons_are_as_broad_as_the_field()
    {
        Assert.All(
            new[]
            {
                ("hedges", 150), ("boosters", 120), ("report-verbs", 250), ("loaded", 300), ("given-names", 400), ("subjective", 300), ("roles", 200),
            },
            floor => Assert.True(Library[floor.Item1].Entries.Count(entry => !entry.IsBlocking) >= floor.Item2, floor.Item1));
    }

    [Fact]
    public void Every_rule_of_sense_has_its_entry()
    {
        Assert.NotEmpty(Senses.Entries);
        AssertNone(from rule in Senses.Entries where Library[rule.Lexicon].Find(rule.Phrase) is null select $"{rule.Lexicon}: {rule.Phrase}");
    }

    [Theory]
    [InlineData("said ")]
    [InlineData("if then so given may could appear ")]
    [InlineData("sources: source of the ")]
    [InlineData("( \" may ")]
    [InlineData("the was 40 Harlow said ")]
    public void A_hostile_megabyte_is_matched(string unit)
    {
        var document = Document.Parse(string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length)));
        Assert.NotEmpty(CueMatcher.BuiltIn.Match(document));
    }

    [Fact]
    public void Blocks_are_borrowed_from_known_lexicons() =>
        Assert.All(Library.Lexicons.SelectMany(lexicon => lexicon.Header.Blocks), name => Assert.Equal(name, Library[name].Name));

    static bool HasForms(LexiconEntry entry) => entry.Phrase.Contains(Paradigms.Mark, StringComparison.Ordinal);

    static IEnumerable<(LexiconEntry Entry, string[] Form)> FormsOf(Lexicon lexicon) =>
        lexicon.Entries.SelectMany(entry => PhraseForms.Of(entry, Paradigms).Select(form => (entry, form)));

    /// <summary>Two paradigms may share a form; what is written out may overrule what a paradigm says, but not repeat it.</summary>
    static bool MayRepeat(LexiconEntry first, LexiconEntry second) =>
        HasForms(first) == HasForms(second) ? HasForms(first) && SaysTheSame(first, second) : !SaysTheSame(first, second);

    static bool SaysTheSame(LexiconEntry first, LexiconEntry second) =>
        first.IsBlocking == second.IsBlocking && first.Values.SequenceEqual(second.Values);

    static void AssertNone(IEnumerable<string> found)
    {
        string[] lines = [.. found];
        Assert.True(lines.Length == 0, string.Join('\n', lines));
    }

    /// <summary>A form that a paradigm makes and another entry says something else of.</summary>
    static bool IsOverruled(string text, Lexicon lexicon) => lexicon.Find(text.ToLowerInvariant()) is not null;

    static bool IsFound(string frame, string phrase, string lexicon)
    {
        var at = frame.IndexOf("{0}", StringComparison.Ordinal);
        var text = frame.Replace("{0}", phrase, StringComparison.Ordinal);
        return CueMatcher.BuiltIn.Match(Document.Parse(text)).Any(match => match.Lexicon == lexicon && match.Span == new TextSpan(at, at + phrase.Length));
    }

    /// <summary>A phrase as a text would have it.</summary>
    static string Written(string[] form, Lexicon lexicon)
    {
        var words = form.Select(word => word switch
        {
            "<num>" => "40",
            "<name>" => "Harlow",
            "<any>" => "thing",
            "<det>" => "the",
            "<subj>" => "she",
            "<be>" => "was",
            "<have>" => "had",
            _ => lexicon.IsCapitalised && char.IsLetter(word[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word,
        });
        return Ending().Replace(string.Join(' ', words), "");
    }

    /// <summary>An entry begins inside the blocking phrase, so that it loses words to it.</summary>
    static bool Takes(string[] blocking, ILookup<string, string[]> byFirst) =>
        Enumerable.Range(0, blocking.Length).Any(start => byFirst[blocking[start]].Any(entry => Agree(blocking.AsSpan(start), entry)));

    static bool Agree(ReadOnlySpan<string> blocking, string[] entry)
    {
        var count = Math.Min(blocking.Length, entry.Length);
        return blocking[..count].SequenceEqual(entry.AsSpan(0, count));
    }

    [GeneratedRegex(" (?=')")]
    private static partial Regex Ending();
}
