namespace ReliabilityEngine.Text;

/// <summary>Where a number ends that begins at a position.</summary>
static class NumberPattern
{
    /// <summary>The end of digits with inner separators (1,000.5, 3:45, 9/11, 6'2"), and of an ending (1990s, 4th, 5m).</summary>
    public static int End(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (true)
        {
            while (Characters.IsDigit(text, i))
                i++;
            if (i >= text.Length || !Characters.IsDigit(text, i + 1))
                break;
            if (Characters.IsApostrophe(text[i]))
                return FeetEnd(text, i + 1);
            if (text[i] is not ('.' or ',' or ':' or '/' or '-'))
                break;
            i++;
        }

        var end = i;
        while (end < text.Length && end < i + 3 && char.IsAsciiLetter(text[end]))
            end++;
        return end > i && IsEnding(text[i..end]) ? end : i;
    }

    static int FeetEnd(ReadOnlySpan<char> text, int at)
    {
        while (Characters.IsDigit(text, at))
            at++;
        return at < text.Length && text[at] is '"' or '\u201D' or '\u2033' ? at + 1 : at;
    }

    static bool IsEnding(ReadOnlySpan<char> letters) =>
        letters is "s" or "st" or "nd" or "rd" or "th" or "m" or "bn" or "k" or "K" or "M" or "B" or "tn";

    /// <summary>The end of a point's number, marks included; <paramref name="at"/> where none stands.</summary>
    /// <param name="opens">Whether a line or sentence begins here.</param>
    public static int ListNumberEnd(ReadOnlySpan<char> text, int at, bool opens)
    {
        var bracketed = text[at] == '(';
        var start = bracketed ? at + 1 : at;
        var i = start;
        while (i < start + 3 && Characters.IsDigit(text, i))
            i++;
        if (bracketed && i == start)
            i = LetterNumberEnd(text, i);
        if (i == start || i >= text.Length)
            return at;
        while (opens && !bracketed && i + 1 < text.Length && text[i] == '.' && Characters.IsDigit(text, i + 1) && i < start + 8)
            i = DigitsEnd(text, i + 1);
        if (i >= text.Length)
            return at;
        if (bracketed)
            return text[i] == ')' && Characters.WordWidth(text, i + 1) == 0 && Characters.IsBlankOrEnd(text, at - 1) ? i + 1 : at;
        return opens && text[i] is '.' or ')' && Characters.IsBlankOrEnd(text, i + 1) ? i + 1 : at;
    }

    static int DigitsEnd(ReadOnlySpan<char> text, int at)
    {
        while (Characters.IsDigit(text, at))
            at++;
        return at;
    }

    /// <summary>One small letter, or small Roman digits.</summary>
    static int LetterNumberEnd(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && i < at + 4 && text[i] is 'i' or 'v' or 'x')
            i++;
        return i == at && at < text.Length && text[at] is >= 'a' and <= 'h' ? at + 1 : i;
    }
}
