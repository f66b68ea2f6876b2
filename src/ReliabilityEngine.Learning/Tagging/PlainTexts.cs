using System.IO.Compression;
using System.Text.Json;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>Reads texts without annotation.</summary>
static class PlainTexts
{
    /// <summary>The texts of a folder of .txt files, or of the <c>text</c> fields of a JSON Lines file.</summary>
    public static IEnumerable<string> Read(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)
        : Lines(path);

    static IEnumerable<string> Lines(string file)
    {
        using Stream raw = File.OpenRead(file);
        using var stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            using var article = JsonDocument.Parse(line);
            if (article.RootElement.TryGetProperty("text", out var text) && text.GetString() is { } body)
                yield return body;
        }
    }
}
