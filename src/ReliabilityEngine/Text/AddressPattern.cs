using System.Buffers;

namespace ReliabilityEngine.Text;

/// <summary>Where a web address or a handle ends that begins at a position.</summary>
static class AddressPattern
{
    static readonly SearchValues<char> Closers = SearchValues.Create(".,;:!?)]}'\"\u2019\u201D\u00BB*_");

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
        while (end < text.Length && !Characters.IsBlank(text[end]) && text[end] is not ('<' or '>' or '"' or '\u201C' or '\u201D'))
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
}
