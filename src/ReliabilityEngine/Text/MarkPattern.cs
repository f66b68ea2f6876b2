using System.Buffers;
using System.Globalization;
using System.Text;

namespace ReliabilityEngine.Text;

/// <summary>Where a quotation mark, punctuation or symbol ends, and what it is.</summary>
static class MarkPattern
{
    static readonly SearchValues<char> Repeated = SearchValues.Create("-=*_~#.+|\u2014\u2013\u2026");

    static readonly SearchValues<char> Symbols = SearchValues.Create("$%+<=>^|~&*#@_");

    /// <summary>The quotation mark, apostrophe, clitic or clipped word that begins with a mark.</summary>
    public static (int End, TokenKind Kind) Next(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (!Characters.IsApostrophe(c) && c is not ('\u2018' or '`'))
            return (at + 1, TokenKind.QuotationMark);
        if (c is '\'' or '`' or '\u2018' or '\u2019' && IsDoubled(text, at))
            return (at + 2, TokenKind.QuotationMark);
        var afterWord = at > 0 && !Characters.IsBlank(text[at - 1]) && char.IsLetterOrDigit(text[at - 1]);
        if (Characters.IsApostrophe(c) && WordPattern.CliticEnd(text, at) is var clitic && clitic > at
            && (afterWord || StandsFree(text, at, clitic)))
        {
            return (clitic, TokenKind.Clitic);
        }

        if (!afterWord && ClippedEnd(text, at) is var clipped && clipped > at)
            return (clipped, TokenKind.Word);
        return (at + 1, TokenKind.QuotationMark);
    }

    /// <summary>In texts that were cut into words before: Trump 's claim.</summary>
    static bool StandsFree(ReadOnlySpan<char> text, int at, int end) =>
        at > 1 && text[at - 1] == ' ' && char.IsLetter(text[at - 2]) && end < text.Length && text[end] == ' ';

    /// <summary>Two single marks that stand for a double one; of three, the outer two.</summary>
    static bool IsDoubled(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length || text[at + 1] != text[at])
            return false;
        var three = at + 2 < text.Length && text[at + 2] == text[at];
        return !three || Characters.IsBlankOrEnd(text, at - 1);
    }

    /// <summary>'90s, 'em, 'tis: the apostrophe stands for what was clipped off.</summary>
    static int ClippedEnd(ReadOnlySpan<char> text, int at)
    {
        if (text[at] == '`')
            return at;
        if (Characters.IsDigit(text, at + 1) && Characters.IsDigit(text, at + 2) && !Characters.IsDigit(text, at + 3))
        {
            var end = at + 3 < text.Length && text[at + 3] == 's' ? at + 4 : at + 3;
            return Characters.WordWidth(text, end) == 0 ? end : at;
        }

        var stop = at + 1;
        while (stop < text.Length && stop < at + 7 && char.IsAsciiLetter(text[stop]))
            stop++;
        return Characters.InnerWidth(text, stop) == 0 && IsClipped(text[(at + 1)..stop]) ? stop : at;
    }

    static bool IsClipped(ReadOnlySpan<char> letters) =>
        letters is "em" or "til" or "tis" or "Tis" or "twas" or "Twas" or "cause" or "Cause" or "bout" or "round" or "n" or "cuz";

    public static (int End, TokenKind Kind) Punctuation(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c == '.' && SpacedEllipsisEnd(text, at) is var ellipsis && ellipsis > at)
            return (ellipsis, TokenKind.Punctuation);
        if (c is '!' or '?')
            return (RunEnd(text, at, '!', '?'), TokenKind.Punctuation);
        if (Repeated.Contains(c))
            return (RunEnd(text, at, c, c), IsSymbol(c) ? TokenKind.Symbol : TokenKind.Punctuation);
        return c < 0x80 ? (at + 1, IsSymbol(c) ? TokenKind.Symbol : TokenKind.Punctuation) : Wide(text, at);
    }

    /// <summary>The end of <c>. . .</c> (three or four); <paramref name="at"/> where none stands.</summary>
    static int SpacedEllipsisEnd(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        var dots = 1;
        while (dots < 4 && end + 1 < text.Length && text[end] is ' ' or '\u00A0' && text[end + 1] == '.')
            (end, dots) = (end + 2, dots + 1);
        return dots >= 3 ? end : at;
    }

    static int RunEnd(ReadOnlySpan<char> text, int at, char one, char other)
    {
        var rest = text[at..].IndexOfAnyExcept(one, other);
        return rest < 0 ? text.Length : at + rest;
    }

    static bool IsSymbol(char c) => Symbols.Contains(c);

    /// <summary>Punctuation beyond ASCII is a mark each; signs and pictures that touch are one token.</summary>
    static (int End, TokenKind Kind) Wide(ReadOnlySpan<char> text, int at)
    {
        Rune.DecodeFromUtf16(text[at..], out var rune, out var width);
        if (IsPunctuation(Rune.GetUnicodeCategory(rune)))
            return (at + width, TokenKind.Punctuation);
        var end = at + width;
        while (end < text.Length && text[end] > 0x7F && !Characters.QuotationMarks.Contains(text[end]))
        {
            Rune.DecodeFromUtf16(text[end..], out var next, out var consumed);
            var joins = text[end] is '\u200D' or '\uFE0F' || !Characters.IsBlank(text[end]);
            if (!joins || Characters.WordWidth(text, end) > 0 || IsPunctuation(Rune.GetUnicodeCategory(next)))
                break;
            end += consumed;
        }

        return (end, TokenKind.Symbol);
    }

    static bool IsPunctuation(UnicodeCategory category) =>
        category is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherPunctuation;
}
