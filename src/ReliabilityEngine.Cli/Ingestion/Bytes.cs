using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>What can be wrong with bytes that should be text.</summary>
static class Bytes
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static readonly Encoding[] Marked =
    [
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    /// <summary>The first complaint about bytes that should be UTF-8, or null.</summary>
    public static string? Complaint(ReadOnlySpan<byte> bytes, string expected)
    {
        foreach (var encoding in Marked)
        {
            if (bytes.StartsWith(encoding.Preamble))
                return $"UTF-16, expected {expected} in UTF-8";
        }

        if (bytes.Contains((byte)0))
            return $"binary data, expected {expected}";
        return Utf8.IsValid(bytes) ? null : InvalidUtf8(bytes, expected);
    }

    public static string TooLong(long length, int limit, string what) =>
        $"{what} of {Size(length)}, expected at most {Size(limit)}";

    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    /// <summary>Decodes UTF-8, or UTF-16 where a byte order mark says so; false with the complaint where it is neither.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, string expected, out string result)
    {
        foreach (var encoding in Marked)
        {
            if (bytes.StartsWith(encoding.Preamble))
                return TryDecodeMarked(encoding, bytes[encoding.Preamble.Length..], expected, out result);
        }

        var complaint = Complaint(bytes, expected);
        result = complaint ?? Strict.GetString(WithoutMark(bytes));
        return complaint is null;
    }

    static bool TryDecodeMarked(Encoding encoding, ReadOnlySpan<byte> bytes, string expected, out string result)
    {
        try
        {
            result = encoding.GetString(bytes);
            if (!result.Contains('\0'))
                return true;
            result = $"binary data, expected {expected}";
            return false;
        }
        catch (DecoderFallbackException)
        {
            result = "not valid UTF-16, which its byte order mark announces";
            return false;
        }
    }

    static string InvalidUtf8(ReadOnlySpan<byte> bytes, string expected)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        return string.Create(CultureInfo.InvariantCulture, $"not valid UTF-8 (byte 0x{bytes[at]:X2} at {at + 1}), expected {expected}");
    }

    static string Size(long bytes) => bytes >= 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} kB");
}
