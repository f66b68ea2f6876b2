using System.Globalization;
using System.Text;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>How much room text takes in a terminal.</summary>
static class TextWidth
{
    public static int Of(string text) => Ascii.IsValid(text) ? text.Length : text.EnumerateRunes().Sum(Of);

    /// <summary>The text, or its beginning with an ellipsis where it is wider.</summary>
    public static string Cut(string text, int width)
    {
        if (Of(text) <= width)
            return text;
        var (end, used) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (used + Of(rune) > width - 1)
                break;
            used += Of(rune);
            end += rune.Utf16SequenceLength;
        }

        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }

    static int Of(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    /// <summary>East Asian wide characters and emoji, by block (UAX #11).</summary>
    static bool IsWide(int value) => value is >= 0x1100 and <= 0x115f or >= 0x2e80 and <= 0xa4cf or >= 0xac00 and <= 0xd7a3
        or >= 0xf900 and <= 0xfaff or >= 0xfe30 and <= 0xfe6f or >= 0xff00 and <= 0xff60 or >= 0x1f300 and <= 0x1faff or >= 0x20000 and <= 0x3fffd;
}
