using System.CommandLine;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands.Labels;

/// <summary>Writes labels as import reads them.</summary>
sealed class LabelExportCommand : Verb
{
    readonly LabelQuery _query;
    readonly DatabaseFeature _database;

    readonly Option<string> _format = new("--format") { Description = "A table, or an object a line.", HelpName = "jsonl|csv", DefaultValueFactory = _ => "jsonl" };

    public LabelExportCommand()
        : base(
            "export", "Write the labels so that label import reads them back as they are.",
            "reliability label export > labels.jsonl", "reliability label export --format csv > labels.csv")
    {
        _query = new(this);
        _format.OneOf("jsonl", "csv");
        Add(_format);
        _database = new(this);
        Run(Export);
    }

    int Export(Call call)
    {
        using var database = _database.OpenToRead(call);
        ResultPrinter<LabelReport> printer = call.Value(_format) == "csv"
            ? new CsvPrinter<LabelReport>(call.Terminal.Out, LabelReport.Shape.Csv, isToBeReadBack: true)
            : new JsonPrinter<LabelReport>(call.Terminal.OutStream, asArray: false, LabelReport.Shape.Json);
        foreach (var row in LabelQuery.InRows(_query.Of(call, new(database, OutletNames.Default))))
            printer.Print(row);
        printer.Finish();
        return ExitCode.Done;
    }
}
