using System.Buffers;

namespace ReliabilityEngine.Text;

enum QuotationStyle : byte
{
    /// <summary>Straight, curly and doubled single marks, which texts mix.</summary>
    Double,
    Single,
    LowDouble,
    LowSingle,
    Guillemets,
    InvertedGuillemets,
    SingleGuillemets,
}

enum MarkDirection : byte
{
    Either,
    Open,
    Close,
}

/// <summary>A quotation mark as its shape and its neighbours show it.</summary>
readonly record struct Mark(QuotationStyle Style, MarkDirection Direction)
{
    static readonly SearchValues<char> ClauseClosers = SearchValues.Create(",.;:!?)]}-\u2013\u2014\u2026");

    public static Mark Of(ReadOnlySpan<char> text, Token token) => text[token.Start] switch
    {
        '"' or '\uFF02' => new(QuotationStyle.Double, MarkDirection.Either),
        '\u201C' or '\u201F' => new(QuotationStyle.Double, MarkDirection.Open),
        '\u201D' => new(QuotationStyle.Double, MarkDirection.Close),
        '\u201E' => new(QuotationStyle.LowDouble, MarkDirection.Open),
        '\u201A' => new(QuotationStyle.LowSingle, MarkDirection.Open),
        '\u00AB' => new(QuotationStyle.Guillemets, MarkDirection.Open),
        '\u00BB' => new(QuotationStyle.Guillemets, MarkDirection.Close),
        '\u2039' => new(QuotationStyle.SingleGuillemets, MarkDirection.Open),
        '\u203A' => new(QuotationStyle.SingleGuillemets, MarkDirection.Close),
        '\u2018' or '\u201B' => new(SingleOrDouble(token), MarkDirection.Open),
        '\u2019' => new(SingleOrDouble(token), MarkDirection.Close),
        '`' => new(SingleOrDouble(token), MarkDirection.Open),
        _ => new(SingleOrDouble(token), MarkDirection.Either),
    };

    static QuotationStyle SingleOrDouble(Token token) => token.Length == 2 ? QuotationStyle.Double : QuotationStyle.Single;

    /// <summary>
    /// The direction that white space and punctuation around a run of touching marks give: opening after white space or a
    /// bracket and before a word, closing after a word or stop and before white space or punctuation.
    /// </summary>
    public static MarkDirection Flank(ReadOnlySpan<char> text, int start, int end)
    {
        var before = start == 0 ? ' ' : text[start - 1];
        var after = end >= text.Length ? ' ' : text[end];
        var startsWord = !Characters.IsBlank(after) && !ClosesClause(after);
        var afterGap = Characters.IsBlank(before) || before is '(' or '[' or '{';
        if (afterGap && startsWord)
            return MarkDirection.Open;
        return !afterGap && !startsWord ? MarkDirection.Close : MarkDirection.Either;
    }

    static bool ClosesClause(char c) => ClauseClosers.Contains(c);
}
