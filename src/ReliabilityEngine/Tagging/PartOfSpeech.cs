namespace ReliabilityEngine.Tagging;

/// <summary>Part of speech of a token: the tags of the Penn Treebank, comparatives and rare ones joined.</summary>
public enum PartOfSpeech : byte
{
    Noun,
    PluralNoun,
    ProperNoun,
    VerbBase,
    VerbPresent,
    VerbThirdPerson,
    VerbPast,
    VerbPastParticiple,
    VerbGerund,
    Modal,
    Adjective,

    /// <summary>Comparatives and superlatives.</summary>
    AdjectiveCompared,
    Adverb,

    /// <summary>Prepositions and subordinating conjunctions.</summary>
    Preposition,
    To,
    Determiner,
    Pronoun,
    PossessivePronoun,
    WhPronoun,
    WhDeterminer,
    WhAdverb,
    Conjunction,
    Number,
    Existential,
    Particle,
    PossessiveEnding,
    Interjection,
    Punctuation,
    Other,

    /// <summary>Not known: no weights are loaded, or the token lies outside the text.</summary>
    None,
}

/// <summary>Groups of parts of speech.</summary>
public static class PartsOfSpeech
{
    /// <summary>The number of parts of speech that a tagger may give.</summary>
    public const int Count = (int)PartOfSpeech.None;

    /// <summary>Any form of a full verb or auxiliary, modals apart.</summary>
    public static bool IsVerb(this PartOfSpeech tag) => tag is >= PartOfSpeech.VerbBase and <= PartOfSpeech.VerbGerund;

    /// <summary>What can be the head of a subject: nouns, names, pronouns, relatives.</summary>
    public static bool IsNominal(this PartOfSpeech tag) => tag is PartOfSpeech.Noun or PartOfSpeech.PluralNoun
        or PartOfSpeech.ProperNoun or PartOfSpeech.Pronoun or PartOfSpeech.WhPronoun or PartOfSpeech.WhDeterminer;
}
