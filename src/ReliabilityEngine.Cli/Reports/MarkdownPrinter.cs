namespace ReliabilityEngine.Cli.Reports;

/// <summary>A table for a page of Markdown.</summary>
sealed class MarkdownPrinter<T>(TextWriter output, IReadOnlyList<TableColumn<T>> columns) : ResultPrinter<T>
{
    bool _hasHeader;

    public override void Print(T item)
    {
        WriteHeader();
        WriteRow(columns.Select(column => column.Value(item)));
    }

    public override void Finish() => WriteHeader();

    void WriteHeader()
    {
        if (_hasHeader)
            return;
        _hasHeader = true;
        WriteRow(columns.Select(column => column.Name));
        output.WriteLine($"|{string.Concat(columns.Select(column => column.AlignRight ? "---:|" : "---|"))}");
    }

    void WriteRow(IEnumerable<string> cells) =>
        output.WriteLine($"| {string.Join(" | ", cells.Select(cell => Terminal.SafeLine(cell).Replace("|", "\\|", StringComparison.Ordinal)))} |");
}
