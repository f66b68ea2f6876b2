using System.Buffers;

namespace ReliabilityEngine.Text;

/// <summary>Where a word ends that begins at a position.</summary>
static class WordPattern
{
    const int LongestLocalPart = 64;

    // What may follow a run of plain letters without making anything else of it.
    static readonly SearchValues<char> PlainFollowers = SearchValues.Create(" ,;!?)\"\n\r\t");

    /// <summary>The end of a word of plain letters, the usual case; <paramref name="at"/> where more must be looked at.</summary>
    public static int PlainEnd(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        return end < text.Length && PlainFollowers.Contains(text[end]) ? end : at;
    }

    /// <summary>The end of the word at <paramref name="at"/>, where a letter or digit stands.</summary>
    public static int End(ReadOnlySpan<char> text, int at)
    {
        var dotted = DottedEnd(text, at);
        var end = dotted > at ? dotted : RunEnd(text, at);
        while (end < text.Length)
        {
            var c = text[end];
            if (Characters.IsHyphen(c) || c is '_')
            {
                if (Characters.WordWidth(text, end + 1) == 0)
                    break;
            }
            else if (Characters.IsApostrophe(c))
            {
                if (!Characters.IsLetter(text, end + 1) || CliticEnd(text, end) > end)
                    break;
            }
            else if (c is not '&' || !char.IsUpper(text[end - 1]) || !Characters.IsUpper(text, end + 1))
            {
                break;
            }

            dotted = DottedEnd(text, end + 1);
            end = dotted > end + 1 ? dotted : RunEnd(text, end + 1);
        }

        return dotted == end ? end : AbbreviationEnd(text, at, end);
    }

    /// <summary>The end of the clitic whose apostrophe stands at <paramref name="at"/>; <paramref name="at"/> where none does.</summary>
    public static int CliticEnd(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end < at + 4 && char.IsAsciiLetter(text[end]))
            end++;
        var known = (end - at) switch
        {
            2 => text[at + 1] is 's' or 'S' or 'd' or 'D' or 'm' or 'M',
            3 => text[(at + 1)..end] is "re" or "RE" or "ve" or "VE" or "ll" or "LL",
            _ => false,
        };
        return known && Characters.InnerWidth(text, end) == 0 ? end : at;
    }

    /// <summary>The end of single letters with full stops between them (U.S., a.m.), or of a degree (Ph.D.).</summary>
    static int DottedEnd(ReadOnlySpan<char> text, int at)
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

    /// <summary>The end with the full stop that belongs to a known abbreviation, an initial, or a host name's ending.</summary>
    static int AbbreviationEnd(ReadOnlySpan<char> text, int at, int end)
    {
        if (end >= text.Length || text[end] != '.')
            return end;
        var host = HostEnd(text, end);
        if (host > end)
            return host;
        var last = at;
        for (var i = end - 1; i > at && i > end - 10; i--)
        {
            if (Characters.IsHyphen(text[i]))
            {
                last = i + 1;
                break;
            }
        }

        return IsAbbreviation(text, last, end) ? end + 1 : end;
    }

    static bool IsAbbreviation(ReadOnlySpan<char> text, int at, int end)
    {
        return Abbreviations.Of(text[at..end]) switch
        {
            AbbreviationKind.BeforeNumber => DigitFollows(text, end + 1),
            AbbreviationKind.None => end - at == 1 && char.IsUpper(text[at]) && IsInitial(text, end),
            _ => true,
        };
    }

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

    static int HostEnd(ReadOnlySpan<char> text, int stop)
    {
        var end = stop + 1;
        while (end < text.Length && end < stop + 6 && char.IsAsciiLetter(text[end]))
            end++;
        if (text[(stop + 1)..end] is not ("com" or "Com" or "org" or "net" or "gov" or "edu" or "co" or "uk" or "tv" or "info" or "io"))
            return stop;
        if (Characters.InnerWidth(text, end) > 0)
            return stop;
        var more = end < text.Length && text[end] == '.' ? HostEnd(text, end) : end;
        return more > end ? more : end;
    }

    static int RunEnd(ReadOnlySpan<char> text, int at)
    {
        while (true)
        {
            if (at < text.Length && char.IsAsciiLetter(text[at]))
                at++;
            else if (Characters.InnerWidth(text, at) is > 0 and var width)
                at += width;
            else
                return at;
        }
    }

    /// <summary>The end of an e-mail address; <paramref name="at"/> where none stands.</summary>
    public static int MailEnd(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && i < at + LongestLocalPart && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '.' or '_' or '+' or '-'))
            i++;
        if (i == at || i >= text.Length || text[i] != '@')
            return at;
        var end = i + 1;
        var dots = 0;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
            dots += text[end++] == '.' ? 1 : 0;
        if (text[end - 1] is '.')
            (end, dots) = (end - 1, dots - 1);
        return dots > 0 ? end : at;
    }
}
