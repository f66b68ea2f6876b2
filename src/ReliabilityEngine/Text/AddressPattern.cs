using System.Buffers;

namespace ReliabilityEngine.Text;

/// <summary>Where a web or mail address, a host name or a handle ends that begins at a position.</summary>
static class AddressPattern
{
    const int LongestLocalPart = 64;

    static readonly SearchValues<char> Closers = SearchValues.Create(".,;:!?)]}'\"\u2019\u201D\u00BB*_");

    static readonly SearchValues<char> Enders = SearchValues.Create("<>\"\u201C\u201D");

    /// <summary>The end of an address with a scheme or <c>www.</c>; <paramref name="at"/> where none stands.</summary>
    public static int UrlEnd(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        var head = rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? 4
            : 0;
        if (head == 0 || Characters.WordWidth(text, at + head) == 0)
            return at;
        var end = at + head;
        while (end < text.Length && !Characters.IsBlank(text[end]) && !Enders.Contains(text[end]))
            end++;
        while (Closers.Contains(text[end - 1]))
            end--;
        return end;
    }

    /// <summary>The end of <c>@name</c> or <c>#name</c>; <paramref name="at"/> where none stands.</summary>
    public static int HandleEnd(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        var letters = 0;
        while (end < text.Length && (text[end] == '_' || Characters.WordWidth(text, end) == 1))
        {
            if (!char.IsAsciiDigit(text[end]))
                letters++;
            end++;
        }

        return letters > 0 ? end : at;
    }

    /// <summary>The end of a host name whose first word ends at a full stop (Example.co.uk); the stop where none does.</summary>
    public static int HostEnd(ReadOnlySpan<char> text, int stop)
    {
        var end = stop;
        while (end < text.Length && text[end] == '.' && DomainEnd(text, end) is var next && next > end)
            end = next;
        return end;
    }

    static int DomainEnd(ReadOnlySpan<char> text, int stop)
    {
        var end = stop + 1;
        while (end < text.Length && end < stop + 6 && char.IsAsciiLetter(text[end]))
            end++;
        return IsDomain(text[(stop + 1)..end]) && Characters.InnerWidth(text, end) == 0 ? end : stop;
    }

    static bool IsDomain(ReadOnlySpan<char> letters) =>
        letters is "com" or "Com" or "org" or "net" or "gov" or "edu" or "co" or "uk" or "tv" or "info" or "io";

    /// <summary>The end of an e-mail address; <paramref name="at"/> where none stands.</summary>
    public static int MailEnd(ReadOnlySpan<char> text, int at)
    {
        var sign = at;
        while (sign < text.Length && sign < at + LongestLocalPart
            && (char.IsAsciiLetterOrDigit(text[sign]) || text[sign] is '.' or '_' or '+' or '-'))
        {
            sign++;
        }

        if (sign == at || sign >= text.Length || text[sign] != '@')
            return at;
        var end = sign + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
            end++;
        if (text[end - 1] == '.')
            end--;
        return text[(sign + 1)..end].Contains('.') ? end : at;
    }
}
