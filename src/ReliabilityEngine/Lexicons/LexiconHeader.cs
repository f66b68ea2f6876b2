using System.Collections.Immutable;

namespace ReliabilityEngine.Lexicons;

/// <summary>What a lexicon's first lines say of it.</summary>
sealed record LexiconHeader(
    string Title, string Source, string Licence, ImmutableArray<LexiconColumn> Columns,
    bool IsCapitalised, bool IsLookup, ImmutableArray<string> Blocks)
{
    static readonly string[] Required = ["title", "source", "licence"];
    static readonly string[] Known = [.. Required, "columns", "case", "use", "blocks"];

    /// <summary>Reads the header and says with which line it ends.</summary>
    public static (LexiconHeader Header, int Lines) Read(ReadOnlySpan<string> lines, string path)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var count = 0;
        while (count < lines.Length && lines[count].StartsWith("# ", StringComparison.Ordinal))
        {
            ReadLine(lines[count], $"{path}:{count + 1}", values);
            count++;
        }

        foreach (var key in Required)
        {
            if (!values.ContainsKey(key))
            {
                throw new FormatException(
                    $"{path}:{count + 1}: found no '# {key}: …' in the header, expected it before the first empty line");
            }

        }

        return (Of(values, path), count);
    }

    static void ReadLine(string line, string place, Dictionary<string, string> values)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var key = colon < 0 ? line[2..] : line[2..colon];
        if (colon < 0 || !Known.Contains(key))
        {
            throw new FormatException(
                $"{place}: found '{line}' in the header, expected '# key: value' with one of {string.Join(", ", Known)}");
        }

        var value = line[(colon + 2)..].Trim();
        if (value.Length == 0)
            throw new FormatException($"{place}: found '{key}' without a value, expected one");
        if (!values.TryAdd(key, value))
            throw new FormatException($"{place}: found '{key}' a second time, expected it once");
        if (key is "case" && value is not "capitalised" || key is "use" && value is not "lookup")
            throw new FormatException($"{place}: found '{value}', expected '{(key is "case" ? "capitalised" : "lookup")}'");
    }

    static LexiconHeader Of(Dictionary<string, string> values, string path)
    {
        ImmutableArray<LexiconColumn> columns = [.. Words("columns").Select(LexiconColumn.Parse)];
        for (var i = 1; i < columns.Length; i++)
        {
            if (columns[i].IsRequired && !columns[i - 1].IsRequired)
            {
                throw new FormatException(
                    $"{path}:1: found the column '{columns[i]}' after '{columns[i - 1]}', expected those that may be missing last");
            }

        }

        return new(
            values["title"], values["source"], values["licence"], columns,
            values.ContainsKey("case"), values.ContainsKey("use"), [.. Words("blocks")]);

        string[] Words(string key) => values.GetValueOrDefault(key, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
