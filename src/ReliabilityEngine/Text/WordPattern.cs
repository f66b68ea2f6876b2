using System.Buffers;

namespace ReliabilityEngine.Text;

/// <summary>Where a word ends that begins at a position.</summary>
static class WordPattern
{
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
        var dotted = AbbreviationPattern.DottedEnd(text, at);
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

            dotted = AbbreviationPattern.DottedEnd(text, end + 1);
            end = dotted > end + 1 ? dotted : RunEnd(text, end + 1);
        }

        return dotted == end ? end : AbbreviationPattern.End(text, at, end);
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
}
