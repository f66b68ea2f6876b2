using System.Buffers;
using System.Globalization;
using System.Text;

namespace ReliabilityEngine.Text;

/// <summary>What a character is to the tokenizer.</summary>
static class Characters
{
    public static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    public static readonly SearchValues<char> QuotationMarks =
        SearchValues.Create("\"'`\u00B4\u00AB\u00BB\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u2039\u203A\uFF02\uFF07");

    /// <summary>White space, control characters and what is invisible: none of it belongs to a token.</summary>
    public static bool IsBlank(char c)
    {
        if (c < 0x80)
            return c is <= ' ' or '\u007F';
        if (char.IsWhiteSpace(c))
            return true;
        return c is '\uFEFF' or '\u00AD' or '\u2800' || (c is >= '\u0080' and < '\u00A0')
            || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;
    }

    /// <summary>What writers type for an apostrophe, the accents that they mistake for one included.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '\uFF07' or '`' or '\u00B4';

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>The number of code units of the letter or digit at a position; 0 where none stands.</summary>
    public static int WordWidth(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
            return 0;
        var c = text[at];
        if (c < 0x80)
            return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        return Rune.DecodeFromUtf16(text[at..], out var rune, out var width) == OperationStatus.Done
            && IsWordCategory(Rune.GetUnicodeCategory(rune)) ? width : 0;
    }

    /// <summary>The same, and also what only stands inside a word: combining marks, joiners, soft hyphens.</summary>
    public static int InnerWidth(ReadOnlySpan<char> text, int at)
    {
        var width = WordWidth(text, at);
        if (width > 0 || at >= text.Length || text[at] < 0x80)
            return width;
        if (text[at] is '\u00AD' or '\u200C' or '\u200D')
            return WordWidth(text, at + 1) > 0 ? 1 : 0;
        Rune.DecodeFromUtf16(text[at..], out var rune, out var consumed);
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark ? consumed : 0;
    }

    public static bool IsDigit(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    public static bool IsLetter(ReadOnlySpan<char> text, int at) =>
        at < text.Length && !char.IsAsciiDigit(text[at]) && WordWidth(text, at) > 0;

    public static bool IsUpper(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsUpper(text[at]);

    public static bool IsLower(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsLower(text[at]);

    public static bool IsBlankOrEnd(ReadOnlySpan<char> text, int at) => at < 0 || at >= text.Length || IsBlank(text[at]);

    static bool IsWordCategory(UnicodeCategory category) =>
        category is <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber;
}
