using System.Collections.Frozen;

namespace ReliabilityEngine.Speculations;

/// <summary>Closed classes of English words that tell a marker's readings apart.</summary>
static class Words
{
    public static readonly FrozenSet<string> ClauseMarks = [",", ";", ":", "—", "–", "--", "-", "(", ")", "…", "...", "?", "!", ".", "\"", "“", "”"];

    public static readonly FrozenSet<string> Joining = ["and", "but", "or", "so", "yet", "nor", "for", "still", "then", "also", "now"];

    public static readonly FrozenSet<string> Auxiliaries =
    [
        "am", "is", "are", "was", "were", "be", "been", "being", "'m", "'re", "'s", "'ve", "'d", "'ll", "have", "has", "had", "do", "does", "did",
        "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't", "haven't", "hasn't", "hadn't", "will", "would", "won't", "wouldn't",
        "can", "could", "should", "shall", "must", "may", "might", "can't", "cannot", "couldn't", "shouldn't",
    ];

    /// <summary>Words after which a verb needs no subject of its own, so that a clause with one of them is a whole one.</summary>
    public static readonly FrozenSet<string> Finite =
    [
        "am", "is", "are", "was", "were", "'m", "'re", "'s", "'ve", "'d", "'ll", "have", "has", "had", "do", "does", "did", "don't", "doesn't",
        "didn't", "isn't", "aren't", "wasn't", "weren't", "haven't", "hasn't", "hadn't", "will", "would", "won't", "wouldn't", "can", "could",
        "should", "shall", "must", "may", "might", "can't", "cannot", "couldn't", "shouldn't", "ain't",
    ];

    public static readonly FrozenSet<string> BeForms = ["am", "is", "are", "was", "were", "be", "been", "being", "'m", "'re", "'s", "isn't", "aren't", "wasn't", "weren't"];

    public static readonly FrozenSet<string> HaveForms = ["have", "has", "had", "'ve", "'d", "having"];

    public static readonly FrozenSet<string> Negations =
    [
        "not", "never", "no", "neither", "nor", "hardly", "scarcely", "barely", "n't", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't",
        "won't", "wouldn't", "can't", "cannot", "couldn't", "shouldn't", "haven't", "hasn't", "hadn't", "ain't", "without", "nothing", "nobody", "none",
    ];

    public static readonly FrozenSet<string> DoNot = ["don't", "doesn't", "didn't", "dont"];

    public static readonly FrozenSet<string> Nominatives = ["i", "he", "she", "we", "they", "it", "you", "there", "this", "that", "these", "those", "who", "which"];

    public static readonly FrozenSet<string> Personal = ["i", "he", "she", "we", "they", "you", "who"];

    public static readonly FrozenSet<string> Speakers = ["i", "we"];

    public static readonly FrozenSet<string> Impersonal = ["it", "this", "that", "which", "there", "these", "those", "what"];

    public static readonly FrozenSet<string> Determiners =
    [
        "the", "a", "an", "this", "that", "these", "those", "my", "your", "his", "her", "its", "our", "their", "'s", "some", "any", "no", "every", "each",
        "another", "one", "two", "all", "many", "most", "several", "other", "few", "both",
    ];

    public static readonly FrozenSet<string> Prepositions =
    [
        "in", "on", "at", "before", "with", "alongside", "for", "from", "by", "of", "about", "into", "through", "under", "during", "via", "after", "next",
        "onstage", "onscreen", "here", "there", "together", "live", "again", "twice", "daily", "everywhere", "around", "near", "behind", "beside", "between",
        "among", "against", "opposite", "below", "above", "over", "within", "across", "elsewhere", "late", "yesterday", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday", "frequently", "regularly", "online", "out", "up",
    ];

    /// <summary>Words by which a clause says what should be, or how good it is, and not what is.</summary>
    public static readonly FrozenSet<string> Advice =
    [
        "should", "shouldn't", "ought", "need", "needs", "must", "deserve", "deserves", "deserved", "let's", "better",
    ];

    public static readonly FrozenSet<string> Judgements =
    [
        "important", "great", "good", "bad", "wrong", "right", "fair", "unfair", "wonderful", "terrible", "horrible", "disgraceful", "disgrace", "shame",
        "shameful", "sad", "fantastic", "ridiculous", "crazy", "critical", "essential", "imperative", "crucial", "necessary", "appropriate", "inappropriate",
        "fine", "okay", "ok", "time", "best", "better", "worst", "worth", "smart", "stupid", "dangerous", "awful", "interesting", "funny", "beautiful",
        "amazing", "nice", "healthy", "outrageous", "disgusting", "unacceptable", "vital", "helpful", "useful", "unfortunate", "tragic",
    ];

    public static readonly FrozenSet<string> Perceiving =
    [
        "see", "hear", "feel", "smell", "taste", "tell", "afford", "remember", "recall", "understand", "sense", "imagine", "read", "swim", "speak", "sing",
        "walk", "believe", "think", "bear", "stand", "breathe", "touch", "watch", "look", "find", "get",
    ];

    public static readonly FrozenSet<string> Saying =
    [
        "argue", "say", "think", "ask", "add", "call", "imagine", "wonder", "expect", "object", "suppose", "assume", "recall", "remember", "notice", "note",
        "want", "wish", "like", "prefer", "use", "enter", "guess", "conclude", "describe", "hear", "see", "find", "believe", "know", "read", "feel", "ask",
        "even", "quibble", "consider", "point", "suggest", "do", "say", "go",
    ];

    public static readonly FrozenSet<string> Permitted =
    [
        "apply", "opt", "request", "register", "submit", "unsubscribe", "contact", "reproduce", "email",
    ];

    public static readonly FrozenSet<string> PermittedToBe =
    [
        "used", "reproduced", "published", "broadcast", "rewritten", "redistributed", "downloaded", "viewed", "contacted", "reached", "obtained", "purchased",
        "submitted", "emailed", "e-mailed", "ordered", "reprinted", "displayed", "transmitted", "distributed", "copied", "edited", "addressed", "sent", "licensed", "directed", "photographed", "filmed", "recorded", "resold", "shared",
    ];

    /// <summary>Openings of a clause that leaves open who or what it speaks of, so that nothing is claimed of anyone.</summary>
    public static readonly FrozenSet<string> Indefinite =
    ["anyone", "anything", "anybody", "any", "those", "everyone", "everything", "else"];

    public static readonly FrozenSet<string> Concessive = ["whatever", "whoever", "whichever", "however", "wherever", "whenever", "whomever"];

    public static readonly FrozenSet<string> Dates =
    [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august",
        "september", "october", "november", "december",
    ];

    /// <summary>Words before a subject after which "could" says what it was able or allowed to do.</summary>
    public static readonly FrozenSet<string> BeforeAbility =
    [
        "before", "until", "till", "when", "where", "than", "as", "because", "all", "everything", "anything", "nothing", "what", "how", "way", "ways", "much",
        "many", "far", "fast", "hard", "best", "while", "whom", "once", "whenever", "so", "something", "only", "wherever", "thing", "things", "soon",
    ];

    public static readonly FrozenSet<string> Wishing = ["wish", "wishes", "wished", "hope", "hopes", "hoped", "hoping", "hopefully"];

    public static bool IsAdverb(string word) =>
        Adverbs.Contains(word) || (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && !NoAdverbs.Contains(word));

    /// <summary>A verb's form after "have": by its ending, or one of the irregular ones.</summary>
    public static bool IsParticiple(string word) =>
        Participles.Contains(word) || (word.Length > 3 && word.EndsWith("ed", StringComparison.Ordinal) && !NoParticiples.Contains(word));

    public static bool IsPast(string word) => Pasts.Contains(word) || IsParticiple(word);

    static readonly FrozenSet<string> Pasts =
    [
        "fled", "went", "took", "came", "ran", "knew", "saw", "began", "fell", "gave", "wrote", "drove", "flew", "grew", "chose", "broke", "spoke", "stole",
        "threw", "wore", "shook", "rose", "drew", "ate", "hid", "sank", "tore", "forgot", "became", "did", "swam", "sang", "said", "told", "withdrew", "overtook",
    ];

    static readonly FrozenSet<string> Adverbs =
    [
        "also", "still", "now", "even", "just", "never", "ever", "always", "often", "not", "then", "already", "soon", "yet", "quite", "rather", "so", "very",
        "once", "long", "well", "all", "ever", "perhaps", "maybe", "somewhat", "pretty", "too", "indeed", "instead", "sometimes", "therefore", "thus", "both",
    ];

    static readonly FrozenSet<string> NoAdverbs =
    [
        "family", "reply", "supply", "rally", "ally", "july", "italy", "apply", "daily", "assembly", "anomaly", "monopoly", "comply", "imply", "multiply",
        "likely", "unlikely", "friendly", "deadly", "elderly", "lovely", "lonely", "costly", "orderly", "butterfly", "kelly", "emily", "molly", "billy",
        "sally", "reilly", "o'reilly", "weekly", "monthly", "ugly", "holy", "silly", "jelly", "belly", "bully", "fully-fledged", "underbelly",
    ];

    static readonly FrozenSet<string> Participles =
    [
        "been", "gone", "known", "seen", "done", "had", "made", "taken", "come", "left", "felt", "thought", "lost", "got", "gotten", "found", "told", "heard",
        "become", "begun", "broken", "brought", "built", "bought", "caught", "chosen", "cost", "cut", "dealt", "drawn", "driven", "eaten", "fallen", "fed",
        "fought", "forgotten", "forgiven", "given", "grown", "held", "hidden", "hit", "hurt", "kept", "laid", "led", "let", "lit", "meant", "met", "paid",
        "put", "read", "run", "said", "sent", "set", "shot", "shown", "shut", "slept", "slipped", "sold", "spent", "spoken", "stolen", "stood", "struck",
        "swept", "taught", "thrown", "understood", "won", "worn", "written", "risen", "sunk", "flown", "sat", "stuck", "torn", "woken", "withdrawn",
    ];

    static readonly FrozenSet<string> NoParticiples = ["need", "indeed", "seed", "speed", "weed", "feed", "breed", "greed", "deed", "exceed", "succeed", "proceed", "hundred", "embed", "unlimited"];
}
