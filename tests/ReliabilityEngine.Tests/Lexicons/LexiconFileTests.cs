using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Lexicons;

public sealed class LexiconFileTests
{
    const string Header = "# title: Ours\n# source: our own judgement\n# licence: Apache-2.0\n";

    public static TheoryData<string[]> Files => Cases.Read("tests", "ReliabilityEngine.Tests", "Lexicons", "Cases", "files.tsv");

    [Theory, MemberData(nameof(Files))]
    public void A_file_is_read_or_refused_with_its_place(string[] row)
    {
        var file = new LexiconText($"own/{row[0]}", row[1].Replace("§", Header).Replace("\\n", "\n").Replace("\\r", "\r").Replace("\\t", "\t"));
        if (row[2] == "ok")
            Assert.NotNull(LexiconLibrary.BuiltIn.With([file]));
        else
            Assert.StartsWith($"own/{row[2].Replace(" hedges.txt:", " own/hedges.txt:")}".Replace("(first at hedges", "(first at own/hedges"),
                Assert.Throws<FormatException>(() => LexiconLibrary.BuiltIn.With([file])).Message);
    }

    [Fact]
    public void A_file_of_a_known_name_takes_the_place_of_that_lexicon_alone()
    {
        var library = LexiconLibrary.BuiltIn.With([new("own/hedges.txt", Header + "# columns: kind?\n\nlo and behold\tphrase\n! lo and\n")]);
        Assert.Equal(["lo and behold"], Found(library, "hedges", "Perhaps it may, lo and behold."));
        Assert.Equal(["Clearly"], Found(library, "boosters", "Clearly it may."));
        Assert.Equal(2, library["hedges"].Entries.Length);
    }

    [Fact]
    public void Amendments_add_and_take_out_phrases_also_of_a_replaced_lexicon()
    {
        var amended = LexiconLibrary.BuiltIn.With([new("own/hedges.add.txt", "+ lo and behold\n+ ! perhaps not so\n- maybe\n- ! in may\n")]);
        Assert.Equal(["lo and behold", "Perhaps"], Found(amended, "hedges", "It was, lo and behold, maybe here. Perhaps. Perhaps not so."));

        var both = LexiconLibrary.BuiltIn.With(
            [new("own/hedges.add.txt", "+ lo\n"), new("own/hedges.txt", Header + "# columns: kind?\n\nbehold\n")]);
        Assert.Equal(["lo", "behold"], Found(both, "hedges", "Perhaps lo, behold."));
    }

    [Fact]
    public void The_content_hash_changes_with_the_words_and_not_with_comments()
    {
        var hash = LexiconLibrary.BuiltIn.ContentHash();
        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal(hash, LexiconLibrary.BuiltIn.With([]).ContentHash());
        Assert.Equal(hash, LexiconLibrary.BuiltIn.With([new("hedges.add.txt", "# only a comment\n")]).ContentHash());
        Assert.NotEqual(hash, LexiconLibrary.BuiltIn.With([new("hedges.add.txt", "+ lo and behold\n")]).ContentHash());
        Assert.NotEqual(hash, LexiconLibrary.BuiltIn.With([new("hedges.add.txt", "- perhaps\n")]).ContentHash());
    }

    [Fact]
    public void The_longest_phrase_wins_and_takes_its_words()
    {
        var library = LexiconLibrary.BuiltIn.With(
            [new("hedges.txt", Header + "# columns: kind?\n\nlo\nlo and\nand behold\nlo and <any> now\n= LO\texact\n! lo there <num>\n")]);
        Assert.Equal(["lo and"], Found(library, "hedges", "lo and behold"));
        Assert.Equal(["lo and behold now"], Found(library, "hedges", "lo and behold now"));
        Assert.Equal(["LO", "Lo"], Found(library, "hedges", "LO Lo"));
        Assert.Equal(["lo"], Found(library, "hedges", "lo there 40 lo"));
        Assert.Equal(["lo", "lo"], Found(library, "hedges", "lo there. 40 lo"));
    }

    static IEnumerable<string> Found(LexiconLibrary library, string lexicon, string text) =>
        new CueMatcher(library).Match(Document.Parse(text)).Where(match => match.Lexicon == lexicon).Select(match => match.Span.In(text).ToString());
}
