using ReliabilityEngine.Lexicons;

namespace ReliabilityEngine.Attributions;

/// <summary>What a word can be, as far as the search for sources needs it.</summary>
[Flags]
enum WordClass
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

    /// <summary>A form of "be", after which a past participle is a passive.</summary>
    Be = 1 << 14,

    /// <summary>Of the report verbs' lexicons: the words of one match all carry it.</summary>
    Report = 1 << 15,
    Title = 1 << 16,
    GivenName = 1 << 17,

    /// <summary>An office or profession, such as "mayor" or "spokesman".</summary>
    Role = 1 << 18,
    UnnamedHead = 1 << 19,
    CollectiveHead = 1 << 20,
    DocumentHead = 1 << 21,
    BodyHead = 1 << 22,

    /// <summary>A state, paper, agency, party or firm known by name.</summary>
    KnownBody = 1 << 23,
    Rank = 1 << 24,

    /// <summary>A noun for something said, such as "claim" or "statement".</summary>
    SpeechNoun = 1 << 25,

    /// <summary>An unnamed source's head that says nothing of who it is, such as "source".</summary>
    BareHead = 1 << 26,

    /// <summary>A word that says which body an unnamed source belongs to.</summary>
    BodyWord = 1 << 27,

    /// <summary>Says how an unnamed source knows, or why it is not named.</summary>
    Basis = 1 << 28,

    /// <summary>An office that one person at a time holds.</summary>
    Post = 1 << 29,

    /// <summary>Says that an unnamed source would not be named, or why.</summary>
    Anonymity = 1 << 30,

    /// <summary>Ends a noun phrase on either side.</summary>
    Boundary = Subject | Relative | Auxiliary | Subordinator | OtherVerb,
}

/// <summary>The grammatical classes of a word, by the lexicon or by its shape.</summary>
static class WordClasses
{
    /// <summary>The classes that both enumerations know stand at the same bits.</summary>
    const GrammarClass Shared = (GrammarClass)((1 << 15) - 1);

    public static WordClass Of(string form)
    {
        var known = GrammarWords.Of(form);
        var classes = (WordClass)(known & Shared);
        return classes != WordClass.None ? classes : ByShape(form, known);
    }

    static WordClass ByShape(string form, GrammarClass known)
    {
        if (form.EndsWith("n't", StringComparison.Ordinal))
            return WordClass.Auxiliary;
        if (form.Length > 4 && form.EndsWith("ly", StringComparison.Ordinal) && (known & GrammarClass.NoAdverb) == 0)
            return WordClass.Adverb;
        var compound = form.IndexOf('-', StringComparison.Ordinal);
        return char.IsAsciiDigit(form[0]) || form == "%" || compound > 0 && form.AsSpan(0, compound).EndsWith("ty", StringComparison.Ordinal)
            && GrammarWords.Is(form[(compound + 1)..], GrammarClass.Numeral)
            ? WordClass.Numeral : WordClass.None;
    }
}
