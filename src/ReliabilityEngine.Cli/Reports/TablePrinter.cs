namespace ReliabilityEngine.Cli.Reports;

/// <param name="Least">How far the column gives way where the line is too narrow; not at all by default.</param>
readonly record struct TableColumn<T>(string Name, Func<T, string> Value, bool AlignRight = false, int Least = int.MaxValue);

/// <summary>Columns under their names, fitted to a width; notes about an item stand below its row.</summary>
sealed class TablePrinter<T>(TextWriter output, int width, IReadOnlyList<TableColumn<T>> columns, Func<T, IEnumerable<string>>? notes = null)
    : ResultPrinter<T>
{
    const int Gap = 2;

    readonly List<(string[] Cells, string[] Notes)> _rows = [];

    public override void Print(T item) =>
        _rows.Add(([.. columns.Select(column => Terminal.SafeLine(column.Value(item)))], [.. notes?.Invoke(item) ?? []]));

    public override void Finish()
    {
        if (_rows.Count == 0)
            return;
        var widths = Widths();
        WriteRow([.. columns.Select(column => column.Name)], widths);
        foreach (var (cells, notes) in _rows)
        {
            WriteRow(cells, widths);
            foreach (var line in notes.SelectMany(note => Wrapping.Wrap(Terminal.SafeLine(note), width - 2 * Gap)))
                output.WriteLine(new string(' ', 2 * Gap) + line);
        }
    }

    void WriteRow(string[] cells, int[] widths)
    {
        var parts = cells.Select((cell, i) => Fit(cell, widths[i], columns[i].AlignRight));
        output.WriteLine(string.Join(new string(' ', Gap), parts).TrimEnd());
    }

    int[] Widths()
    {
        var widths = columns.Select((column, i) => _rows.Max(row => TextWidth.Of(row.Cells[i])) is var longest
            ? Math.Max(longest, column.Name.Length) : 0).ToArray();
        var excess = widths.Sum() + Gap * (widths.Length - 1) - width;
        while (excess-- > 0 && Roomiest() is var roomiest and >= 0)
            widths[roomiest]--;
        return widths;

        // What has most to give gives first.
        int Roomiest() => columns.Index().Where(pair => widths[pair.Index] > pair.Item.Least)
            .Select(pair => pair.Index).DefaultIfEmpty(-1).MaxBy(index => index < 0 ? 0 : widths[index] - columns[index].Least);
    }

    static string Fit(string cell, int width, bool alignRight)
    {
        var text = TextWidth.Cut(cell, width);
        var padding = new string(' ', Math.Max(0, width - TextWidth.Of(text)));
        return alignRight ? padding + text : text + padding;
    }
}
