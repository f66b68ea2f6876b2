namespace ReliabilityEngine.Lexicons;

/// <summary>Which words have senses that are no cue, and what tells these apart: the list of all such rules.</summary>
static class Senses
{
    static readonly Dictionary<string, Dictionary<string, Sense>> ByWord = new(StringComparer.Ordinal)
    {
        ["hedges"] = new(StringComparer.Ordinal)
        {
            ["may"] = ModalSenses.IsPossibleMay,
            ["might"] = ModalSenses.IsPossibleMight,
            ["could"] = ModalSenses.IsPossibleCould,
            ["could have"] = ModalSenses.IsPossibleCould,
            ["appear~v"] = VerbSenses.IsSeemingAppear,
            ["suggest~v"] = VerbSenses.IsInferringSuggest,
            ["suggest~v that"] = VerbSenses.IsInferringSuggest,
            ["kind of"] = PhraseSenses.IsDowntoner,
            ["sort of"] = PhraseSenses.IsDowntoner,
        },
        ["boosters"] = new(StringComparer.Ordinal)
        {
            ["must be"] = ModalSenses.IsInferringMustBe,
            ["must have"] = ModalSenses.IsInferringMustHave,
            ["period"] = PhraseSenses.IsLastWord,
            ["full stop"] = PhraseSenses.IsLastWord,
            ["there is no doubt"] = ModalSenses.ForetellsOrInfers,
            ["there's no doubt"] = ModalSenses.ForetellsOrInfers,
            ["there was no doubt"] = ModalSenses.ForetellsOrInfers,
        },
        ["attitude-verbs"] = new(StringComparer.Ordinal) { ["like~v"] = VerbSenses.IsVerbLike },
        ["inference-cues"] = new(StringComparer.Ordinal)
        {
            ["so"] = ConnectiveSenses.IsConcludingSo,
            ["and so"] = ConnectiveSenses.IsConcludingSo,
            ["then"] = ConnectiveSenses.IsConsequentThen,
            ["since"] = ConnectiveSenses.IsCausalSince,
            ["given"] = ConnectiveSenses.IsGround,
            ["meaning"] = ConnectiveSenses.OpensClause,
            ["meaning that"] = ConnectiveSenses.OpensClause,
        },
        ["anonymous-heads"] = new(StringComparer.Ordinal) { ["source~n"] = NounSenses.IsSpeakingSource },
        ["hearsay"] = new(StringComparer.Ordinal)
        {
            ["alleged"] = PhraseSenses.IsAttributive,
            ["claimed"] = PhraseSenses.IsAttributive,
            ["purported"] = PhraseSenses.IsAttributive,
            ["reported"] = PhraseSenses.IsAttributive,
            ["reputed"] = PhraseSenses.IsAttributive,
            ["rumoured"] = PhraseSenses.IsAttributive,
            ["rumored"] = PhraseSenses.IsAttributive,
            ["supposed"] = PhraseSenses.IsAttributive,
        },
    };

    /// <summary>The entries that have a rule of their own.</summary>
    public static IEnumerable<(string Lexicon, string Phrase)> Entries =>
        ByWord.SelectMany(rules => rules.Value.Keys.Select(phrase => (rules.Key, phrase)));

    /// <summary>The rule for an entry; null where its words are always a cue.</summary>
    public static Sense? Of(string lexicon, LexiconEntry entry)
    {
        if (entry.IsBlocking)
            return null;
        if (ByWord.TryGetValue(lexicon, out var rules) && rules.TryGetValue(entry.Phrase, out var rule))
            return rule;
        return lexicon switch
        {
            "titles" => NameSenses.IsTitle,
            "given-names" when entry.Value(1) == "word" => NameSenses.IsName,
            _ when IsOneWord(entry, Paradigms.VerbMark) => IsWording(lexicon) ? VerbSenses.IsVerbOrAdjective : VerbSenses.IsVerb,
            _ when IsOneWord(entry, Paradigms.NounMark) => NounSenses.IsNoun,
            _ => null,
        };
    }

    static bool IsWording(string lexicon) =>
        lexicon is "loaded" or "subjective" or "intensifiers" or "conspiratorial" or "sensational";

    static bool IsOneWord(LexiconEntry entry, string mark) =>
        !entry.Phrase.Contains(' ') && entry.Phrase.EndsWith(mark, StringComparison.Ordinal);
}
