namespace ReliabilityEngine.Text;

/// <summary>Where the number of a point ends, its marks included: 9. 9) 2.1. (7) (a) (iv).</summary>
static class ListNumberPattern
{
    const int MostDigits = 3;
    const int LongestSection = 8;

    // (713) is an area code.
    const int MostBracketedDigits = 2;

    /// <summary>The end of the number at a digit or opening bracket; <paramref name="at"/> where none stands.</summary>
    /// <param name="opens">Whether a line or sentence begins here.</param>
    public static int End(ReadOnlySpan<char> text, int at, bool opens) =>
        text[at] == '(' ? BracketedEnd(text, at) : opens ? LeadingEnd(text, at) : at;

    static int BracketedEnd(ReadOnlySpan<char> text, int at)
    {
        if (!Characters.IsBlankOrEnd(text, at - 1))
            return at;
        var first = at + 1;
        var digits = DigitsEnd(text, first, MostBracketedDigits);
        var end = digits > first ? digits : LetterEnd(text, first);
        return end > first && end < text.Length && text[end] == ')' && Characters.WordWidth(text, end + 1) == 0
            ? end + 1
            : at;
    }

    static int LeadingEnd(ReadOnlySpan<char> text, int at)
    {
        var end = DigitsEnd(text, at, MostDigits);
        while (end > at && end < at + LongestSection && end < text.Length && text[end] == '.' && Characters.IsDigit(text, end + 1))
            end = DigitsEnd(text, end + 1, MostDigits);
        return end > at && end < text.Length && text[end] is '.' or ')' && Characters.IsBlankOrEnd(text, end + 1) ? end + 1 : at;
    }

    static int DigitsEnd(ReadOnlySpan<char> text, int at, int most)
    {
        var end = at;
        while (end < at + most && Characters.IsDigit(text, end))
            end++;
        return end;
    }

    /// <summary>The end of one small letter, or of small Roman digits.</summary>
    static int LetterEnd(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end < at + 4 && text[end] is 'i' or 'v' or 'x')
            end++;
        return end == at && at < text.Length && text[at] is >= 'a' and <= 'h' ? at + 1 : end;
    }
}
