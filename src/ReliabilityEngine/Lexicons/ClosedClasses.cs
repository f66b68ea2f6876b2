namespace ReliabilityEngine.Lexicons;

/// <summary>Closed classes of English words by which the senses of others are told apart (Quirk et al. 1985, chapter 2).</summary>
static class ClosedClasses
{
    public static bool IsArticle(string word) => word is "the" or "a" or "an";

    public static bool IsPossessive(string word) =>
        word is "my" or "your" or "his" or "her" or "its" or "our" or "their" or "whose";

    public static bool IsDemonstrative(string word) => word is "this" or "that" or "these" or "those";

    public static bool IsSubjectPronoun(string word) => word is "i" or "you" or "he" or "she" or "it" or "we" or "they" or "who";

    public static bool IsBe(string word) =>
        word is "am" or "is" or "are" or "was" or "were" or "be" or "been" or "being" or "'s" or "'re" or "'m"
            or "isn't" or "aren't" or "wasn't" or "weren't";

    public static bool IsHave(string word) => word is "have" or "has" or "had" or "having" or "'ve" or "haven't" or "hasn't" or "hadn't";

    public static bool IsDo(string word) => word is "do" or "does" or "did" or "don't" or "doesn't" or "didn't";

    public static bool IsModal(string word) =>
        word is "will" or "would" or "can" or "could" or "may" or "might" or "must" or "shall" or "should" or "cannot" or "'ll" or "'d"
            or "won't" or "wouldn't" or "can't" or "couldn't" or "mustn't" or "shouldn't";

    public static bool IsNegation(string word) => word is "not" or "never" or "no" || word.EndsWith("n't", StringComparison.Ordinal);

    public static bool IsConjunction(string word) => word is "and" or "or" or "but" or "nor" or "than" or "as" or "while" or "when" or "because";

    public static bool IsPreposition(string word) =>
        word is "of" or "in" or "on" or "at" or "by" or "for" or "with" or "without" or "from" or "about" or "under" or "into" or "onto"
            or "before" or "after" or "during" or "between" or "among" or "against" or "through" or "over" or "despite" or "amid" or "per"
            or "via" or "near" or "behind" or "beside" or "alongside" or "outside" or "inside" or "within" or "until" or "since" or "out"
            or "up" or "down" or "off" or "around" or "across" or "above" or "below" or "beyond" or "upon" or "towards" or "toward";

    public static bool IsNumeral(string word) => word.Length > 0 && (char.IsAsciiDigit(word[0]) || NumberWords.Contains(word));

    /// <summary>A word of time that stands beside a verb without a preposition.</summary>
    public static bool IsTime(string word) => TimeWords.Contains(word);

    public static bool IsAdverb(string word) =>
        word is "also" or "still" or "now" or "then" or "even" or "just" or "never" or "ever" or "always" or "often" or "already" or "soon"
            or "quite" or "rather" or "very" or "too" or "yet" or "once" or "more" or "less" or "well" or "perhaps" or "so" or "not"
            || (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && !NoAdverbs.Contains(word));

    /// <summary>A past participle by its ending, or an irregular one.</summary>
    public static bool IsParticiple(string word) =>
        Participles.Contains(word) || (word.Length > 3 && word.EndsWith("ed", StringComparison.Ordinal) && !NoParticiples.Contains(word));

    static readonly HashSet<string> NumberWords =
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty", "forty", "fifty",
        "hundred", "thousand", "million", "billion", "dozen", "dozens", "hundreds", "thousands", "millions",
    ];

    static readonly HashSet<string> TimeWords =
    [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow", "tonight", "earlier", "later",
        "last", "next", "this", "again", "twice", "daily", "weekly", "first", "together", "alone", "here", "there", "live", "online", "briefly",
        "publicly", "remotely", "nightly", "regularly", "frequently", "everywhere", "onstage", "onscreen", "overnight", "suddenly",
    ];

    static readonly HashSet<string> NoAdverbs =
    [
        "likely", "unlikely", "friendly", "early", "elderly", "family", "italy", "july", "reply", "supply", "rally", "ally", "apply", "assembly", "comply",
        "deadly", "costly", "lonely", "lovely", "orderly", "monthly", "weekly", "yearly", "holy", "ugly", "silly", "sickly", "cowardly", "timely", "worldly",
    ];

    static readonly HashSet<string> Participles =
    [
        "been", "become", "begun", "broken", "brought", "built", "bought", "caught", "chosen", "come", "cut", "dealt", "done", "drawn", "driven", "eaten",
        "fallen", "felt", "fought", "forgotten", "found", "forced", "given", "gone", "got", "gotten", "grown", "had", "heard", "held", "hidden", "hit", "hurt",
        "kept", "known", "laid", "led", "left", "let", "lost", "made", "meant", "met", "paid", "put", "read", "risen", "run", "said", "seen", "sent", "set",
        "shot", "shown", "shut", "sold", "sought", "spent", "spoken", "stolen", "stood", "struck", "swept", "taken", "taught", "thought", "thrown", "told",
        "understood", "withdrawn", "won", "worn", "written",
    ];

    static readonly HashSet<string> NoParticiples = ["need", "indeed", "seed", "speed", "feed", "greed", "breed", "deed", "exceed", "succeed", "proceed", "hundred"];
}
