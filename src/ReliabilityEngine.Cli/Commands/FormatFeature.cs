using System.CommandLine;
using ReliabilityEngine.Cli.Reports;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>How a command prints its result.</summary>
sealed class FormatFeature
{
    readonly Option<string> _format;

    public FormatFeature(Command command, string defaultName)
    {
        _format = new("--format")
        {
            Description = "How to print the result.",
            HelpName = "table|json|jsonl|csv",
            DefaultValueFactory = _ => defaultName,
        };
        _format.AcceptOnlyFromAmong("table", "json", "jsonl", "csv");
        command.Add(_format);
    }

    public bool IsTable(Call call) => call.Value(_format) == "table";

    public ResultPrinter<T> Printer<T>(Call call, ResultShape<T> shape) => call.Value(_format) switch
    {
        "csv" => new CsvPrinter<T>(call.Terminal.Out, shape.Csv),
        "json" => new JsonPrinter<T>(call.Terminal.OutStream, asArray: true, shape.Json),
        "jsonl" => new JsonPrinter<T>(call.Terminal.OutStream, asArray: false, shape.Json),
        _ => new TablePrinter<T>(call.Terminal.Out, call.Terminal.Width, shape.Table, shape.Notes),
    };
}
