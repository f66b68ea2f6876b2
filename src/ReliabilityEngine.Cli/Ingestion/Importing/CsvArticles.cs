namespace ReliabilityEngine.Cli.Ingestion.Importing;

/// <summary>A table with a line of column names and an article a row.</summary>
static class CsvArticles
{
    public static IEnumerable<Reading> Read(string name, TextReader text, int mostCharacters, MappedFields fields)
    {
        var rows = new CsvRows(text, mostCharacters);
        Dictionary<string, int>? columns = null;
        var width = 0;
        string? lack = null;
        while (true)
        {
            Reading? reading;
            try
            {
                if (columns is null)
                {
                    var header = rows.ReadHeader() ?? [];
                    (columns, width) = (ColumnsOf(header), header.Count);
                    lack = width == 0 ? null : fields.LackIn(columns);
                }

                reading = lack is not null ? new BadInput($"{name}:1", lack) : rows.Read() is { } row ? ReadRow($"{name}:{rows.Line}", row, columns, width, fields) : null;
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
            if (lack is not null)
                yield break;
        }
    }

    static Dictionary<string, int> ColumnsOf(List<string> header) => header
        .Index()
        .Select(column => (column.Index, Item: column.Item.Trim('\uFEFF', ' ')))
        .GroupBy(column => column.Item, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First().Index, StringComparer.OrdinalIgnoreCase);

    static Reading ReadRow(string place, List<string> row, Dictionary<string, int> columns, int width, MappedFields fields) => row.FindLastIndex(field => field.Length > 0) >= width
        ? new BadInput(place, $"{row.Count} fields, expected {width}; a field with the delimiter in it stands in quotation marks")
        : fields.Read(place, column => columns.TryGetValue(column, out var index) && index < row.Count ? row[index] : null);
}
