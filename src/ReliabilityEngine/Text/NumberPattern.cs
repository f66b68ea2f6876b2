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
}
