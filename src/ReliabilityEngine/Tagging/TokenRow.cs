namespace ReliabilityEngine.Tagging;

/// <summary>Where a token stands towards quotation marks.</summary>
enum QuoteState : byte
{
    Outside,
    Inside,
    Opening,
    Closing,
}

/// <summary>What a token looks like.</summary>
enum Shape : byte
{
    None,
    Lower,
    Capitalised,
    AllCapitals,
    Initial,
    Mixed,
    Number,
    Mark,
}

/// <summary>What a punctuation mark does.</summary>
enum Stop : byte
{
    None,
    Comma,
    Full,
    Semicolon,
    Colon,
    Dash,
    Bracket,
    Other,
}

/// <summary>All that the taggers see of one token, side by side in memory.</summary>
struct TokenRow
{
    public uint Word;
    public uint Lemma;
    public uint Suffix;
    public uint Prefix;
    public int Sentence;

    /// <summary>Rows of the verb before and after and the nominal before in the same sentence; -1 where there is none.</summary>
    public int VerbBefore;
    public int VerbAfter;
    public int NominalBefore;
    public ushort Cluster;
    public byte Group;
    public PartOfSpeech Tag;
    public Shape Shape;
    public QuoteState Quote;
    public Stop Stop;

    /// <summary>Distance to the next and the last quotation mark of the paragraph, or <see cref="Far"/>.</summary>
    public byte ToMark;
    public byte FromMark;

    /// <summary>The number of opening marks up to here in the paragraph.</summary>
    public byte QuotesSoFar;

    /// <summary>Tokens of the sentence before and after this one, <see cref="Far"/> at most.</summary>
    public byte FromStart;
    public byte ToEnd;

    /// <summary>The junction before this row, unless a sequence begins here.</summary>
    public byte Junction;

    /// <summary>What the rows before this one amount to.</summary>
    public Passed Before;

    public const byte Far = 99;
}
