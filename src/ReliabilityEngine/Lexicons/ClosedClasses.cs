using System.Collections.Frozen;

namespace ReliabilityEngine.Lexicons;

/// <summary>Closed classes of English, by which the senses of other words are told apart (Quirk et al. 1985, chapter 2).</summary>
static class ClosedClasses
{
    static readonly FrozenSet<string> Modals = Set(
        """
        will would can could may might must shall should cannot 'll 'd won't wouldn't can't couldn't mustn't shouldn't
        """);

    static readonly FrozenSet<string> Prepositions = Set(
        """
        of in on at by for with without from about under into onto before after during between among against through over
        despite amid per via near behind beside alongside outside inside within until since out up down off around across
        above below beyond upon towards toward
        """);

    static readonly FrozenSet<string> Numerals = Set(
        """
        one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million
        billion dozen dozens hundreds thousands millions
        """);

    // Words of time and manner that stand beside a verb without a preposition.
    static readonly FrozenSet<string> Times = Set(
        """
        monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight earlier later last next
        this again twice daily weekly first together alone here there live online briefly publicly remotely nightly
        regularly frequently everywhere onstage onscreen overnight suddenly
        """);

    static readonly FrozenSet<string> Adverbs = Set(
        """
        also still now then even just never ever always often already soon quite rather very too yet once more less well
        perhaps so not
        """);

    static readonly FrozenSet<string> NoAdverbs = Set(
        """
        likely unlikely friendly early elderly family italy july reply supply rally ally apply assembly comply deadly costly
        lonely lovely orderly monthly weekly yearly holy ugly silly sickly cowardly timely worldly
        """);

    static readonly FrozenSet<string> Participles = Set(
        """
        been become begun broken brought built bought caught chosen come cut dealt done drawn driven eaten fallen felt
        fought forgotten found forced given gone got gotten grown had heard held hidden hit hurt kept known laid led left
        let lost made meant met paid put read risen run said seen sent set shot shown shut sold sought spent spoken stolen
        stood struck swept taken taught thought thrown told understood withdrawn won worn written
        """);

    static readonly FrozenSet<string> NoParticiples = Set(
        "need indeed seed speed feed greed breed deed exceed succeed proceed hundred");

    public static bool IsArticle(string word) => word is "the" or "a" or "an";

    public static bool IsPossessive(string word) =>
        word is "my" or "your" or "his" or "her" or "its" or "our" or "their" or "whose";

    /// <summary>An article or a possessive: a noun follows.</summary>
    public static bool OpensNoun(string word) => IsArticle(word) || IsPossessive(word);

    public static bool IsDemonstrative(string word) => word is "this" or "that" or "these" or "those";

    public static bool IsSubjectPronoun(string word) =>
        word is "i" or "you" or "he" or "she" or "it" or "we" or "they" or "who";

    public static bool IsBe(string word) =>
        word is "am" or "is" or "are" or "was" or "were" or "be" or "been" or "being" or "'s" or "'re" or "'m"
            or "isn't" or "aren't" or "wasn't" or "weren't";

    public static bool IsHave(string word) =>
        word is "have" or "has" or "had" or "having" or "'ve" or "haven't" or "hasn't" or "hadn't";

    public static bool IsDo(string word) => word is "do" or "does" or "did" or "don't" or "doesn't" or "didn't";

    public static bool IsModal(string word) => Modals.Contains(word);

    /// <summary>A form of "be", "have" or "do", or a modal.</summary>
    public static bool IsAuxiliary(string word) => IsBe(word) || IsHave(word) || IsDo(word) || IsModal(word);

    public static bool IsConjunction(string word) =>
        word is "and" or "or" or "but" or "nor" or "than" or "as" or "while" or "when" or "because";

    public static bool IsPreposition(string word) => Prepositions.Contains(word);

    public static bool IsNumeral(string word) => word.Length > 0 && (char.IsAsciiDigit(word[0]) || Numerals.Contains(word));

    public static bool IsTime(string word) => Times.Contains(word);

    public static bool IsAdverb(string word) => Adverbs.Contains(word) || (EndsIn(word, "ly", 5) && !NoAdverbs.Contains(word));

    /// <summary>A past participle by its ending, or an irregular one.</summary>
    public static bool IsParticiple(string word) =>
        Participles.Contains(word) || (EndsIn(word, "ed", 4) && !NoParticiples.Contains(word));

    static bool EndsIn(string word, string ending, int shortest) =>
        word.Length >= shortest && word.EndsWith(ending, StringComparison.Ordinal);

    public static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
