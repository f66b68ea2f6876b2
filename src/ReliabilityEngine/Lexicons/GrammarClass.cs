using System.Collections.Frozen;

namespace ReliabilityEngine.Lexicons;

/// <summary>The grammatical classes that a word can belong to, several at a time.</summary>
[Flags]
enum GrammarClass
{
    None = 0,

    /// <summary>A personal pronoun that can be a subject.</summary>
    Subject = 1 << 0,
    FirstPerson = 1 << 1,
    Possessive = 1 << 2,
    Relative = 1 << 3,

    /// <summary>A word that stands for people without naming them, such as "many" or "everyone".</summary>
    Indefinite = 1 << 4,
    Determiner = 1 << 5,
    Preposition = 1 << 6,
    Auxiliary = 1 << 7,
    Subordinator = 1 << 8,
    Coordinator = 1 << 9,
    Adverb = 1 << 10,
    Time = 1 << 11,
    Numeral = 1 << 12,

    /// <summary>A verb that is no report; a noun phrase ends at it.</summary>
    OtherVerb = 1 << 13,
    Be = 1 << 14,
    Have = 1 << 15,
    Do = 1 << 16,
    Modal = 1 << 17,
    Article = 1 << 18,
    Demonstrative = 1 << 19,
    Conjunction = 1 << 20,

    /// <summary>May stand between an auxiliary and its verb.</summary>
    MidAdverb = 1 << 21,

    /// <summary>Ends in "ly" and is no adverb.</summary>
    NoAdverb = 1 << 22,

    /// <summary>Stands beside a verb without a preposition.</summary>
    WhenOrHow = 1 << 23,

    /// <summary>An irregular past participle.</summary>
    Participle = 1 << 24,

    /// <summary>Ends in "ed" and is no participle.</summary>
    NoParticiple = 1 << 25,
}

/// <summary>The classes of words, as the lexicon <c>grammar-words</c> lists them.</summary>
static class GrammarWords
{
    static readonly FrozenDictionary<string, GrammarClass> Classes = LexiconLibrary.BuiltIn["grammar-words"].Entries
        .ToFrozenDictionary(entry => entry.Phrase, ClassesOf, StringComparer.Ordinal);

    public static GrammarClass Of(string word) => Classes.GetValueOrDefault(word);

    public static bool Is(string word, GrammarClass classes) => (Of(word) & classes) != 0;

    static GrammarClass ClassesOf(LexiconEntry entry)
    {
        var classes = GrammarClass.None;
        foreach (var name in entry.Value(0).Split(' '))
        {
            classes |= Enum.TryParse<GrammarClass>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var known)
                ? known : throw new FormatException($"{entry.Place}: found the class '{name}', expected one of {string.Join(", ", Enum.GetNames<GrammarClass>())}");
        }

        return classes;
    }
}
