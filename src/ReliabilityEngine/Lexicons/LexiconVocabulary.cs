namespace ReliabilityEngine.Lexicons;

/// <summary>Holds a user's own lexicon to the columns and values that the engine's rules know.</summary>
static class LexiconVocabulary
{
    public static void Check(Lexicon lexicon, Lexicon original, string path)
    {
        if (!lexicon.Columns.SequenceEqual(original.Columns))
        {
            throw new FormatException(
                $"{path}:1: found the columns '{string.Join(' ', lexicon.Columns)}', expected '{string.Join(' ', original.Columns)}'");
        }

        for (var i = 0; i < original.Columns.Length && !original.IsLookup; i++)
        {
            if (original.Columns[i].IsRequired)
                CheckColumn(lexicon, i, original);
        }
    }

    static void CheckColumn(Lexicon lexicon, int column, Lexicon original)
    {
        var known = original.ValuesOf(column).Order(StringComparer.Ordinal).ToArray();
        foreach (var entry in lexicon.Entries.Where(entry => !entry.IsBlocking))
        {
            if (!known.Contains(entry.Values[column]))
            {
                throw new FormatException(
                    $"{entry.Place}: found the {original.Columns[column].Name} '{entry.Values[column]}', "
                    + $"expected one of {string.Join(", ", known)}");
            }
        }
    }
}
