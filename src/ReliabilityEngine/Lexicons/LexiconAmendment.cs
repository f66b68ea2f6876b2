namespace ReliabilityEngine.Lexicons;

/// <summary>Adds and takes out entries as a file <c>name.add.txt</c> says.</summary>
static class LexiconAmendment
{
    public const string Extension = ".add.txt";

    /// <exception cref="FormatException">The message begins with <c>path:line:</c>.</exception>
    public static Lexicon Apply(Lexicon lexicon, string path, string text)
    {
        var entries = new OrderedDictionary<string, LexiconEntry>(StringComparer.Ordinal);
        foreach (var entry in lexicon.Entries)
            entries.Add(entry.Phrase, entry);
        var lines = LexiconFile.LinesOf(text);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!LexiconFile.IsComment(lines[i]))
                Apply(lines[i], $"{path}:{i + 1}", lexicon, entries);
        }

        return entries.Values.Any(entry => !entry.IsBlocking)
            ? new(lexicon.Name, lexicon.Header, entries.Values)
            : throw new FormatException(
                $"{path}:{lines.Length}: found every entry of '{lexicon.Name}' taken out, expected one to stay");
    }

    static void Apply(string line, string place, Lexicon lexicon, OrderedDictionary<string, LexiconEntry> entries)
    {
        switch (line)
        {
            case ['+', ' ', ..]:
                var added = LexiconLine.Read(line[2..], place, lexicon.Columns);
                if (!entries.TryAdd(added.Phrase, added))
                {
                    throw new FormatException(
                        $"{place}: found '{added.Phrase}', which stands at {entries[added.Phrase].Place}, expected a new phrase");
                }

                break;
            case ['-', ' ', ..]:
                var phrase = line[2..].TrimStart('!', '=', ' ');
                if (!entries.Remove(phrase))
                {
                    throw new FormatException(
                        $"{place}: found '{phrase}', which '{lexicon.Name}' does not have, expected one of its phrases as written there");
                }

                break;
            default:
                throw new FormatException($"{place}: found '{line}', expected '+ phrase' or '- phrase'");
        }
    }
}
