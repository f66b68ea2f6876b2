using System.Collections.Immutable;

namespace ReliabilityEngine.Lexicons;

/// <summary>Reads one entry's line.</summary>
static class LexiconLine
{
    const int LongestPhrase = 8;

    /// <exception cref="FormatException">The message begins with the place.</exception>
    public static LexiconEntry Read(string line, string place, ImmutableArray<LexiconColumn> columns)
    {
        var cells = line.Split('\t');
        var (marks, phrase) = MarksOf(cells[0]);
        CheckPhrase(phrase, (marks & EntryMarks.Exact) != 0, place);
        ImmutableArray<string> values = [.. cells.AsSpan(1)];
        if ((marks & EntryMarks.Blocking) != 0)
        {
            if (values.Length > 0)
                throw new FormatException($"{place}: found values after the blocking phrase '{phrase}', expected none");
        }
        else
        {
            CheckValues(phrase, values, columns, place);
        }

        return new(phrase, values, marks, place);
    }

    static (EntryMarks Marks, string Phrase) MarksOf(string cell) => cell switch
    {
        ['!', '=', ' ', ..] => (EntryMarks.Blocking | EntryMarks.Exact, cell[3..]),
        ['!', ' ', ..] => (EntryMarks.Blocking, cell[2..]),
        ['=', ' ', ..] => (EntryMarks.Exact, cell[2..]),
        _ => (EntryMarks.None, cell),
    };

    static void CheckPhrase(string phrase, bool exact, string place)
    {
        var parts = phrase.Split(' ');
        if (parts.Contains(""))
            throw new FormatException($"{place}: found '{phrase}', expected words with one space between and none at the ends");
        if (parts.Length > LongestPhrase)
            throw new FormatException($"{place}: found a phrase of {parts.Length} words, expected at most {LongestPhrase}");
        if (parts[0] == TokenClasses.Any)
            throw new FormatException($"{place}: found '{TokenClasses.Any}' at the start of a phrase, expected a word");
        foreach (var part in parts)
            CheckPart(part, exact, place);
        if (parts.Count(part => part.Contains(Paradigms.Mark, StringComparison.Ordinal)) > 1)
            throw new FormatException($"{place}: found two words with forms in '{phrase}', expected one at most");
    }

    static void CheckPart(string part, bool exact, string place)
    {
        if (part[0] == '<')
        {
            if (TokenClasses.Named(part) == TokenClass.None)
                throw new FormatException($"{place}: found the class '{part}', expected one of {TokenClasses.Names}");
            return;
        }

        var word = Paradigms.WordOf(part);
        if (word.Contains(Paradigms.Mark, StringComparison.Ordinal))
            throw new FormatException($"{place}: found '{part}', expected ~v for a verb's forms or ~n for a noun's after the word");
        foreach (var c in word)
        {
            if (!char.IsLetterOrDigit(c) && !WordMarks.Contains(c))
            {
                throw new FormatException(
                    $"{place}: found '{c}' in '{part}', expected letters, digits, hyphens, straight apostrophes or full stops");
            }

            if (!exact && char.IsUpper(c))
            {
                throw new FormatException(
                    $"{place}: found a capital in '{part}', expected lower case, or '= ' before a phrase whose case counts");
            }
        }
    }

    static void CheckValues(string phrase, ImmutableArray<string> values, ImmutableArray<LexiconColumn> columns, string place)
    {
        var needed = columns.Count(column => column.IsRequired);
        if (values.Length < needed || values.Length > columns.Length)
        {
            var expected = columns.Length == 0 ? "none" : string.Join(", ", columns);
            throw new FormatException(
                $"{place}: found {values.Length} values after '{phrase}', expected {expected}, with tabs between");
        }

        if (values.Any(value => value.Length == 0 || value != value.Trim()))
        {
            throw new FormatException(
                $"{place}: found an empty value, or spaces around one, after '{phrase}', expected neither");
        }
    }

    const string WordMarks = "-'./&$";
}
