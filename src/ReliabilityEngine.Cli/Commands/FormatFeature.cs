using System.CommandLine;
using ReliabilityEngine.Cli.Reports;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>How a command prints its result.</summary>
sealed class FormatFeature
{
    public const string Markdown = "markdown";

    readonly Option<string> _format;

    /// <param name="more">Formats of this command beyond those of all.</param>
    public FormatFeature(Command command, string defaultName, params string[] more)
    {
        string[] names = ["table", "json", "jsonl", "csv", .. more];
        _format = new("--format")
        {
            Description = "How to print the result.",
            HelpName = string.Join('|', names),
            DefaultValueFactory = _ => defaultName,
        };
        _format.OneOf(names);
        command.Add(_format);
    }

    public bool IsTable(Call call) => call.Value(_format) == "table";

    public bool IsForReading(Call call) => IsTable(call) || IsMarkdown(call);

    public bool IsMarkdown(Call call) => call.Value(_format) == Markdown;

    public ResultPrinter<T> Printer<T>(Call call, ResultShape<T> shape) => call.Value(_format) switch
    {
        "csv" => new CsvPrinter<T>(call.Terminal.Out, shape.Csv),
        "json" => new JsonPrinter<T>(call.Terminal.OutStream, asArray: true, shape.Json),
        "jsonl" => new JsonPrinter<T>(call.Terminal.OutStream, asArray: false, shape.Json),
        _ => PagePrinter(call, shape.Table, shape.Notes),
    };

    /// <summary>Of what people read.</summary>
    public ResultPrinter<T> PagePrinter<T>(Call call, IReadOnlyList<TableColumn<T>> columns, Func<T, IEnumerable<string>>? notes = null) => IsMarkdown(call)
        ? new MarkdownPrinter<T>(call.Terminal.Out, columns)
        : new TablePrinter<T>(call.Terminal.Out, call.Terminal.Width, columns, notes);
}
