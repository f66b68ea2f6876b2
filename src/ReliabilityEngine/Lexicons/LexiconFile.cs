namespace ReliabilityEngine.Lexicons;

/// <summary>Reads a lexicon's file strictly by the format that data/lexicons/README.md describes.</summary>
static class LexiconFile
{
    public const string Extension = ".txt";

    /// <param name="path">Stands in messages.</param>
    /// <exception cref="FormatException">The message begins with <c>path:line:</c>.</exception>
    public static Lexicon Read(string name, string path, string text)
    {
        var lines = LinesOf(text);
        var (header, first) = LexiconHeader.Read(lines, path);
        var entries = new List<LexiconEntry>(lines.Length);
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = first; i < lines.Length; i++)
        {
            if (IsComment(lines[i]))
                continue;
            var entry = LexiconLine.Read(lines[i], $"{path}:{i + 1}", header.Columns);
            if (!places.TryAdd(entry.Phrase, entry.Place))
            {
                throw new FormatException(
                    $"{entry.Place}: found '{entry.Phrase}' a second time (first at {places[entry.Phrase]}), expected it once");
            }

            entries.Add(entry);
        }

        return entries.Exists(entry => !entry.IsBlocking)
            ? new(name, header, entries)
            : throw new FormatException($"{path}:{lines.Length}: found no entry, expected at least one");
    }

    public static string[] LinesOf(string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    public static bool IsComment(string line) => line.Length == 0 || line[0] == '#';
}
