using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>The characters of a page whose bytes may be in any encoding, and say so, or not, or wrongly.</summary>
static class PageText
{
    /// <summary>Where a page has to declare its encoding (the HTML standard asks for the first 1,024 bytes; real pages are later).</summary>
    const int Head = 4096;

    static readonly SearchValues<char> LabelEnds = SearchValues.Create(" \"';/>\r\n");

    static PageText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="declared">What came with it from outside, as in an HTTP header.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (MarkOf(bytes) is var (marked, length))
            return marked.GetString(bytes[length..]);
        // Valid UTF-8 with letters beyond ASCII is hardly ever anything else, whatever a template claims.
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);
        var encoding = Named(declared) ?? Named(DeclaredInside(bytes)) ?? Encoding.GetEncoding("windows-1252");
        return encoding.GetString(bytes);
    }

    /// <summary>UTF-8 where the bytes are that or begin with a mark, else the code page of Western Windows.</summary>
    public static Encoding EncodingOf(ReadOnlySpan<byte> bytes) =>
        MarkOf(bytes) is not null || Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.GetEncoding("windows-1252");

    static (Encoding, int)? MarkOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xef, 0xbb, 0xbf, ..] => (Encoding.UTF8, 3),
        [0xff, 0xfe, ..] => (Encoding.Unicode, 2),
        [0xfe, 0xff, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    static string? DeclaredInside(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        var at = head.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var rest = head.AsSpan(at + "charset".Length).TrimStart(" =\"'");
        var end = rest.IndexOfAny(LabelEnds);
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    static Encoding? Named(string? name)
    {
        var label = name?.Trim().Trim('"', '\'').ToLowerInvariant();
        if (label is null or "" or "utf-7")
            return null;
        // Browsers read these as the superset, and so do those who write such pages.
        if (label is "iso-8859-1" or "latin1" or "us-ascii" or "ascii")
            label = "windows-1252";
        try
        {
            return Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
