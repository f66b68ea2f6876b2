namespace ReliabilityEngine.Text;

public enum QuotationKind : byte
{
    Speech,

    /// <summary>A few words in marks that nobody is said to have spoken.</summary>
    Scare,

    /// <summary>A nickname, or the title of a work.</summary>
    Name,
}

/// <summary>Words between quotation marks.</summary>
/// <param name="Span">The marks included; over several paragraphs from the first opening to the last closing mark.</param>
/// <param name="Depth">0 for a quotation in the text, 1 for one inside it, and so on.</param>
public readonly record struct Quotation(TextSpan Span, TokenRange Tokens, int Depth, QuotationKind Kind);
