using System.Buffers;
using System.Globalization;

namespace ReliabilityEngine.Cli.Reports;

/// <param name="Value">A string, a number or null.</param>
readonly record struct CsvColumn<T>(string Name, Func<T, object?> Value);

/// <summary>
/// A header and a row an item, by RFC 4180. A text that a spreadsheet would take for a formula has an apostrophe before it,
/// since titles and names of outlets are strangers' words.
/// </summary>
/// <param name="isToBeReadBack">A program reads it and wants every text as it is.</param>
sealed class CsvPrinter<T>(TextWriter output, IReadOnlyList<CsvColumn<T>> columns, bool isToBeReadBack = false) : ResultPrinter<T>
{
    static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    bool _hasHeader;

    public override void Print(T item)
    {
        WriteHeader();
        WriteRow(columns.Select(column => Text(column.Value(item))));
    }

    public override void Finish() => WriteHeader();

    void WriteHeader()
    {
        if (!_hasHeader)
            WriteRow(columns.Select(column => column.Name));
        _hasHeader = true;
    }

    void WriteRow(IEnumerable<string> fields) => output.Write(string.Join(',', fields.Select(Quoted)) + "\r\n");

    static string Quoted(string field) =>
        field.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    string Text(object? value) => value switch
    {
        double number => Numbers.Plain(number),
        string text => !isToBeReadBack && text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
