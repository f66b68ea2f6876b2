namespace ReliabilityEngine.Cli.Ingestion.Importing;

/// <summary>A table with a line of column names and an article a row.</summary>
static class CsvArticles
{
    public static IEnumerable<Reading> Read(string name, TextReader text, int mostCharacters, MappedFields fields)
    {
        var rows = new CsvRows(text, mostCharacters);
        Dictionary<string, int>? columns = null;
        while (true)
        {
            Reading? reading;
            try
            {
                columns ??= ColumnsOf(rows);
                reading = rows.Read() is { } row ? ReadRow($"{name}:{rows.Line}", row, columns, fields) : null;
            }
            catch (InvalidDataException error)
            {
                // Where a row ends can no longer be told.
                reading = new BadInput($"{name}:{rows.Line}", $"{error.Message}; the rest of the file is passed over");
                text = TextReader.Null;
                rows = new(text, mostCharacters);
            }

            if (reading is null)
                yield break;
            yield return reading;
        }
    }

    static Dictionary<string, int> ColumnsOf(CsvRows rows) => (rows.ReadHeader() ?? [])
        .Index()
        .GroupBy(column => column.Item.Trim('\uFEFF', ' '), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First().Index, StringComparer.OrdinalIgnoreCase);

    static Reading ReadRow(string place, List<string> row, Dictionary<string, int> columns, MappedFields fields) =>
        fields.Read(place, column => columns.TryGetValue(column, out var index) && index < row.Count ? row[index] : null);
}
