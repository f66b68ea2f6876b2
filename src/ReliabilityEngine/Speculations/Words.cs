using System.Collections.Frozen;
using ReliabilityEngine.Lexicons;

namespace ReliabilityEngine.Speculations;

/// <summary>The classes of English words that tell a marker's readings apart, as <c>sense-words</c> lists them.</summary>
static class Words
{
    static readonly ILookup<string, string> ByClass = (
        from entry in LexiconLibrary.BuiltIn["sense-words"].Entries
        from name in entry.Value(0).Split(' ')
        select (Name: name, entry.Phrase)).ToLookup(pair => pair.Name, pair => pair.Phrase, StringComparer.Ordinal);

    public static readonly FrozenSet<string> ClauseMarks =
        [",", ";", ":", "—", "–", "--", "-", "(", ")", "…", "...", "?", "!", ".", "\"", "“", "”"];

    public static readonly FrozenSet<string> DoNot = ["don't", "doesn't", "didn't", "dont"];

    public static readonly FrozenSet<string> Speakers = ["i", "we"];

    public static readonly FrozenSet<string> Joining = Of("joining");

    public static readonly FrozenSet<string> Auxiliaries = Of("auxiliary");

    /// <summary>Words after which a verb needs no subject of its own, so that a clause with one of them is a whole one.</summary>
    public static readonly FrozenSet<string> Finite = Of("finite");

    public static readonly FrozenSet<string> BeForms = Of("be");

    public static readonly FrozenSet<string> HaveForms = Of("have");

    public static readonly FrozenSet<string> Negations = Of("negation");

    public static readonly FrozenSet<string> Nominatives = Of("nominative");

    public static readonly FrozenSet<string> Personal = Of("personal");

    public static readonly FrozenSet<string> Impersonal = Of("impersonal");

    public static readonly FrozenSet<string> Determiners = Of("determiner");

    /// <summary>What says where or when somebody appears.</summary>
    public static readonly FrozenSet<string> Prepositions = Of("place-or-time");

    public static readonly FrozenSet<string> Advice = Of("advice");

    public static readonly FrozenSet<string> Judgements = Of("judgement");

    public static readonly FrozenSet<string> Perceiving = Of("perceiving");

    public static readonly FrozenSet<string> Saying = Of("saying");

    public static readonly FrozenSet<string> Permitted = Of("permitted");

    public static readonly FrozenSet<string> PermittedToBe = Of("permitted-to-be");

    /// <summary>Openings that leave open who or what a clause speaks of, so that nothing is claimed of anyone.</summary>
    public static readonly FrozenSet<string> Indefinite = Of("indefinite");

    public static readonly FrozenSet<string> Concessive = Of("concessive");

    /// <summary>Words before a subject after which "could" says what it was able or allowed to do.</summary>
    public static readonly FrozenSet<string> BeforeAbility = Of("before-ability");

    public static readonly FrozenSet<string> Wishing = Of("wishing");

    public static readonly FrozenSet<string> Dates = Of("date");

    /// <summary>What suggests or points to something without being a person.</summary>
    public static readonly FrozenSet<string> Evidence = Of("evidence");

    /// <summary>Verbs of being in a state, after which "must" infers.</summary>
    public static readonly FrozenSet<string> States = Of("state");

    /// <summary>What follows "would have" where it guesses.</summary>
    public static readonly FrozenSet<string> Known = Of("known");

    static readonly FrozenSet<string> Adverbs = Of("adverb");

    static readonly FrozenSet<string> NoAdverbs = Of("no-adverb");

    static readonly FrozenSet<string> Pasts = Of("past");

    static readonly FrozenSet<string> Participles = Of("participle");

    static readonly FrozenSet<string> NoParticiples = Of("no-participle");

    public static bool IsAdverb(string word) =>
        Adverbs.Contains(word) || (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && !NoAdverbs.Contains(word));

    /// <summary>A verb's form after "have": by its ending, or one of the irregular ones.</summary>
    public static bool IsParticiple(string word) =>
        Participles.Contains(word) || (word.Length > 3 && word.EndsWith("ed", StringComparison.Ordinal) && !NoParticiples.Contains(word));

    public static bool IsPast(string word) => Pasts.Contains(word) || IsParticiple(word);

    static FrozenSet<string> Of(string name) => ByClass[name].ToFrozenSet(StringComparer.Ordinal);
}
