using System.Text;

namespace ReliabilityEngine.Cli.Ingestion.Importing;

/// <summary>The rows of a table in CSV (RFC 4180): quoted fields may hold delimiters, line ends and doubled quotation marks.</summary>
/// <param name="mostCharacters">What a row may have.</param>
sealed class CsvRows(TextReader text, int mostCharacters)
{
    static readonly char[] Delimiters = [',', ';', '\t', '|'];

    char _delimiter = ',';

    /// <summary>Where the last row began.</summary>
    public int Line { get; private set; } = 1;

    int _lines = 1;

    /// <summary>The first row, by which the delimiter is told: the one that stands in it most.</summary>
    public List<string>? ReadHeader()
    {
        if (text.ReadLine() is not { } header)
            return null;
        _lines++;
        _delimiter = Delimiters.MaxBy(delimiter => header.Count(delimiter));
        return new CsvRows(new StringReader(header), mostCharacters) { _delimiter = _delimiter }.Read();
    }

    /// <summary>Null at the end.</summary>
    /// <exception cref="InvalidDataException">The row is longer than a row may be, or a quotation mark is never closed.</exception>
    public List<string>? Read()
    {
        Line = _lines;
        if (text.Peek() < 0)
            return null;
        var (row, field, length) = (new List<string>(), new StringBuilder(), 0);
        while (true)
        {
            var next = text.Read();
            if (++length > mostCharacters)
                throw new InvalidDataException($"a row of more than {mostCharacters} characters");
            if (next == '"' && field.Length == 0)
            {
                length += ReadQuoted(field, mostCharacters - length);
            }
            else if (next == _delimiter)
            {
                Close();
            }
            else if (next is '\n' or -1)
            {
                _lines++;
                Close();
                return row;
            }
            else if (next != '\r' || text.Peek() != '\n')
            {
                field.Append((char)next);
            }
        }

        void Close()
        {
            row.Add(field.ToString());
            field.Clear();
        }
    }

    int ReadQuoted(StringBuilder field, int most)
    {
        for (var length = 0; ; length++)
        {
            var next = text.Read();
            if (next < 0)
                throw new InvalidDataException("a quotation mark that is never closed");
            if (length > most)
                throw new InvalidDataException($"a row of more than {mostCharacters} characters");
            if (next == '"' && text.Peek() != '"')
                return length;
            if (next == '"')
                text.Read();
            if (next == '\n')
                _lines++;
            field.Append((char)next);
        }
    }
}
