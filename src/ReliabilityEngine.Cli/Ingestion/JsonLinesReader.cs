using System.Text.Json;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>One JSON object a line.</summary>
static class JsonLinesReader
{
    const int BinaryCheck = 8192;

    public static IEnumerable<Reading> Read(string name, Stream stream, int limit)
    {
        foreach (var line in LineReader.Read(stream, limit))
        {
            var bytes = line.Number == 1 ? line.Bytes[MarkLength(line.Bytes.Span)..] : line.Bytes;
            if (line.Number == 1 && bytes.Span[..Math.Min(bytes.Length, BinaryCheck)].Contains((byte)0))
            {
                yield return new BadInput(name, Bytes.Complaint(bytes.Span, "JSON Lines")!);
                yield break;
            }

            if (line.Length > limit || !IsBlank(bytes.Span))
                yield return ReadLine($"{name}:{line.Number}", bytes, line.Length, limit);
        }
    }

    static Reading ReadLine(string place, ReadOnlyMemory<byte> bytes, long length, int limit)
    {
        if (length > limit)
            return new BadInput(place, Bytes.TooLong(length, limit, "a line"));
        if (Bytes.Complaint(bytes.Span, "a JSON object") is { } complaint)
            return new BadInput(place, complaint);
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return ArticleJson.Read(place, json.RootElement);
        }
        catch (JsonException error)
        {
            return new BadInput(place, ArticleJson.NotJson(error));
        }
    }

    static int MarkLength(ReadOnlySpan<byte> bytes) => bytes.Length - Bytes.WithoutMark(bytes).Length;

    static bool IsBlank(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept(" \t\r"u8) < 0;
}
