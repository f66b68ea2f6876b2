namespace ReliabilityEngine.Text;

/// <summary>Which full stops belong to the word before them.</summary>
static class AbbreviationPattern
{
    const int LongestLastPart = 10;

    /// <summary>The end of single letters with full stops between them (U.S., a.m.), or of a degree (Ph.D.).</summary>
    public static int DottedEnd(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        var letters = 0;
        if (text[at..].StartsWith("Ph.D", StringComparison.OrdinalIgnoreCase) && Characters.InnerWidth(text, at + 4) == 0)
            return at + 4 < text.Length && text[at + 4] == '.' ? at + 5 : at + 4;
        while (Characters.IsLetter(text, i) && Characters.InnerWidth(text, i + 1) == 0)
        {
            letters++;
            i++;
            if (i >= text.Length || text[i] != '.')
                break;
            i++;
        }

        return letters < 2 ? at : i;
    }

    /// <summary>The end of a word with the full stop of a known abbreviation or initial, or with a host name's endings.</summary>
    public static int End(ReadOnlySpan<char> text, int at, int end)
    {
        if (end >= text.Length || text[end] != '.')
            return end;
        if (AddressPattern.HostEnd(text, end) is var host && host > end)
            return host;
        return IsAbbreviation(text, LastPart(text, at, end), end) ? end + 1 : end;
    }

    /// <summary>Lieutenant-Gen. ends in an abbreviation.</summary>
    static int LastPart(ReadOnlySpan<char> text, int at, int end)
    {
        for (var i = end - 1; i > at && i > end - LongestLastPart; i--)
        {
            if (Characters.IsHyphen(text[i]))
                return i + 1;
        }

        return at;
    }

    static bool IsAbbreviation(ReadOnlySpan<char> text, int at, int end) => Abbreviations.Of(text[at..end]) switch
    {
        AbbreviationKind.BeforeNumber => DigitFollows(text, end + 1),
        AbbreviationKind.None => end - at == 1 && char.IsUpper(text[at]) && IsInitial(text, end),
        _ => true,
    };

    /// <summary>An initial is followed by a capital: the name, or another initial.</summary>
    static bool IsInitial(ReadOnlySpan<char> text, int stop)
    {
        var next = stop + 1;
        if (next < text.Length && text[next] is ' ' or '\u00A0')
            next++;
        return Characters.IsUpper(text, next);
    }

    static bool DigitFollows(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00A0')
            at++;
        return Characters.IsDigit(text, at);
    }
}
