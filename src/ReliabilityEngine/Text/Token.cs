namespace ReliabilityEngine.Text;

public enum TokenKind : byte
{
    /// <summary>Letters, with inner apostrophes, hyphens and the dots of an abbreviation.</summary>
    Word,

    /// <summary>
    /// A possessive or contracted ending, cut off its word: <c>'s</c>, <c>'re</c>, <c>'ll</c>, the bare apostrophe of
    /// <c>voters'</c>. Not <c>n't</c>, which stays with its verb.
    /// </summary>
    Clitic,
    Number,
    Punctuation,
    QuotationMark,
    Url,

    /// <summary>A name that begins with @ or #.</summary>
    Handle,

    /// <summary>The number of a point, such as <c>9.</c> or <c>(7)</c>, marks included.</summary>
    ListNumber,
    Symbol,
}

/// <summary>The smallest unit of a text; white space belongs to none.</summary>
/// <param name="Form">Index of its lower-case form in <see cref="Document.Forms"/>.</param>
public readonly record struct Token(int Start, int End, TokenKind Kind, int Form)
{
    public TextSpan Span => new(Start, End);

    public int Length => End - Start;
}

/// <summary>A half-open range of tokens.</summary>
public readonly record struct TokenRange(int First, int End)
{
    public int Count => End - First;

    public bool Contains(int token) => token >= First && token < End;

    public bool Contains(TokenRange other) => other.First >= First && other.End <= End;

    public bool Overlaps(TokenRange other) => First < other.End && other.First < End;
}
