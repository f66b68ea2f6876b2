namespace ReliabilityEngine.Cli.Ingestion;

enum InputFormat : byte
{
    JsonLines,
    Json,
    Text,
    Html,
}

/// <summary>An input being read.</summary>
/// <param name="Address">Where it was fetched, if it was.</param>
/// <param name="Charset">The encoding that the site announced.</param>
readonly record struct OpenInput(Stream Stream, InputFormat Format, Uri? Address = null, string? Charset = null);

/// <summary>A file, a page of the web, or standard input, to read articles from.</summary>
/// <param name="Length">Bytes, where they are known beforehand.</param>
sealed record InputSource(string Name, Func<OpenInput> Open, long? Length = null)
{
    public static InputSource File(string path, InputFormat format) =>
        new(path, () => new(OpenFile(path), format), new FileInfo(path) is { Exists: true } file ? file.Length : null);

    /// <summary>The format that a file's name stands for; null for names that are passed over in folders.</summary>
    public static InputFormat? FormatOf(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".jsonl" or ".ndjson" => InputFormat.JsonLines,
            ".json" => InputFormat.Json,
            ".txt" or ".md" => InputFormat.Text,
            ".html" or ".htm" => InputFormat.Html,
            _ => null,
        };
    }

    static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
}
