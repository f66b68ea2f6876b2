using System.Text;
using ReliabilityEngine.Cli.Ingestion.Pages;

namespace ReliabilityEngine.Cli.Ingestion.Importing;

/// <summary>The characters of a table that a spreadsheet wrote: UTF-8, UTF-16 with its mark, or the Western code page.</summary>
static class TableText
{
    /// <summary>What is looked at before the rest is read.</summary>
    const int Head = 1 << 20;

    public static StreamReader Open(Stream stream)
    {
        var head = new byte[Head];
        var count = stream.ReadAtLeast(head, Head, throwOnEndOfStream: false);
        stream.Position = 0;
        var start = head.AsSpan(0, count);
        // A character that the end of the head cuts in two has at most three bytes there.
        while (count == Head && start.Length > Head - 4 && (start[^1] & 0x80) != 0)
            start = start[..^1];
        return new(stream, PageText.EncodingOf(start), detectEncodingFromByteOrderMarks: true);
    }
}
