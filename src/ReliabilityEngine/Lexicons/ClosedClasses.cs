using System.Collections.Frozen;

namespace ReliabilityEngine.Lexicons;

/// <summary>Closed classes of English, by which the senses of other words are told apart (Quirk et al. 1985, chapter 2).</summary>
static class ClosedClasses
{
    public static bool IsArticle(string word) => GrammarWords.Is(word, GrammarClass.Article);

    public static bool IsPossessive(string word) => GrammarWords.Is(word, GrammarClass.Possessive);

    /// <summary>An article or a possessive: a noun follows.</summary>
    public static bool OpensNoun(string word) => GrammarWords.Is(word, GrammarClass.Article | GrammarClass.Possessive);

    public static bool IsDemonstrative(string word) => GrammarWords.Is(word, GrammarClass.Demonstrative);

    public static bool IsSubjectPronoun(string word) => GrammarWords.Is(word, GrammarClass.Subject);

    public static bool IsBe(string word) => word is "'s" || GrammarWords.Is(word, GrammarClass.Be);

    public static bool IsHave(string word) => GrammarWords.Is(word, GrammarClass.Have);

    public static bool IsDo(string word) => GrammarWords.Is(word, GrammarClass.Do);

    public static bool IsModal(string word) => GrammarWords.Is(word, GrammarClass.Modal);

    /// <summary>A form of "be", "have" or "do", or a modal.</summary>
    public static bool IsAuxiliary(string word) =>
        word is "'s" || GrammarWords.Is(word, GrammarClass.Be | GrammarClass.Have | GrammarClass.Do | GrammarClass.Modal);

    public static bool IsConjunction(string word) => GrammarWords.Is(word, GrammarClass.Conjunction);

    /// <summary>"To" is left out, since a verb may follow it.</summary>
    public static bool IsPreposition(string word) => word is not "to" && GrammarWords.Is(word, GrammarClass.Preposition);

    public static bool IsNumeral(string word) => word.Length > 0 && (char.IsAsciiDigit(word[0]) || GrammarWords.Is(word, GrammarClass.Numeral));

    public static bool IsTime(string word) => GrammarWords.Is(word, GrammarClass.WhenOrHow);

    public static bool IsAdverb(string word) =>
        GrammarWords.Of(word) is var classes
        && ((classes & GrammarClass.MidAdverb) != 0 || EndsIn(word, "ly", 5) && (classes & GrammarClass.NoAdverb) == 0);

    /// <summary>A past participle by its ending, or an irregular one.</summary>
    public static bool IsParticiple(string word) =>
        GrammarWords.Of(word) is var classes
        && ((classes & GrammarClass.Participle) != 0 || EndsIn(word, "ed", 4) && (classes & GrammarClass.NoParticiple) == 0);

    static bool EndsIn(string word, string ending, int shortest) =>
        word.Length >= shortest && word.EndsWith(ending, StringComparison.Ordinal);

    public static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
