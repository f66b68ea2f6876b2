using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Tests.Lexicons;

public sealed class ParadigmTests
{
    static readonly Paradigms Paradigms = new(LexiconLibrary.BuiltIn[Paradigms.Lexicon]);

    public static TheoryData<string[]> Words => Cases.Read("tests", "ReliabilityEngine.Tests", "Lexicons", "Cases", "paradigms.tsv");

    [Theory, MemberData(nameof(Words))]
    public void A_word_has_these_forms(string[] row) => Assert.Equal(row[1].Split(' '), Paradigms.FormsOf(row[0]));

    [Fact]
    public void The_list_of_irregular_forms_holds_nothing_that_spelling_gives()
    {
        const string None = "# title: None\n# source: ours\n# licence: Apache-2.0\n# columns: class forms\n\nnone\tnoun\t-\n";
        var empty = new Paradigms(LexiconLibrary.BuiltIn.With([new("irregular-forms.txt", None)])[Paradigms.Lexicon]);
        var entries = LexiconLibrary.BuiltIn[Paradigms.Lexicon].Entries;
        Assert.NotEmpty(entries);
        Assert.All(entries, entry =>
        {
            var part = entry.Phrase + (entry.Value(0) == "verb" ? Paradigms.VerbMark : Paradigms.NounMark);
            Assert.NotEqual(empty.FormsOf(part).Order(), Paradigms.FormsOf(part).Order());
        });
    }
}
