namespace ReliabilityEngine.Tagging;

/// <summary>What of a row and around it is a small number: parts of speech, shapes, marks, places.</summary>
readonly struct RowNumbers
{
    public uint TwoBefore { get; init; }

    public uint Before { get; init; }

    public uint Tag { get; init; }

    public uint After { get; init; }

    public uint TwoAfter { get; init; }

    public uint ShapeBefore { get; init; }

    public uint Shape { get; init; }

    public uint ShapeAfter { get; init; }

    public uint Quote { get; init; }

    /// <summary>How far the next and the last quotation mark are, and of what kind; and the same more roughly.</summary>
    public uint Next { get; init; }

    public uint Last { get; init; }

    public uint NextNear { get; init; }

    public uint LastNear { get; init; }

    /// <summary>Tokens from the sentence's edges, up to small limits.</summary>
    public uint FromStart { get; init; }

    public uint ToEnd { get; init; }

    /// <summary>Which sentence of the paragraph, whether its last, whether its first word, how quoted.</summary>
    public uint Order { get; init; }

    public uint Headline { get; init; }

    /// <summary>The sentence's first word.</summary>
    public uint Opening { get; init; }

    /// <summary>How the sentence ends.</summary>
    public uint Stop { get; init; }

    /// <summary>Whether the sentence begins and ends quoted.</summary>
    public uint Frame { get; init; }

    /// <summary>How many tokens on "that" stands.</summary>
    public uint That { get; init; }

    /// <summary>Part of speech and shape of the nominal before.</summary>
    public uint Nominal { get; init; }
}
