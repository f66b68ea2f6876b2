using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands.Labels;

/// <summary>The labels, and how far they are from enough.</summary>
sealed class LabelListCommand : Verb
{
    readonly LabelQuery _query;
    readonly DatabaseFeature _database;
    readonly FormatFeature _format;

    public LabelListCommand()
        : base("list", "List the labels, and say how many training still wants.", "reliability label list", "reliability label list --labeller ada --label reliability")
    {
        _query = new(this);
        _database = new(this);
        _format = new(this, "table");
        Run(List);
    }

    int List(Call call)
    {
        using var database = _database.OpenToRead(call);
        var labels = _query.Of(call, new(database, OutletNames.Default));
        var printer = _format.Printer(call, LabelReport.Shape);
        foreach (var row in LabelQuery.InRows(labels))
            printer.Print(row);
        printer.Finish();
        call.Terminal.Out.Flush();
        if (labels.Count == 0)
            call.Terminal.Log("no label matches; `reliability label add` and `label import` make them");
        LabelProgress.Write(call.Terminal, labels);
        return ExitCode.Done;
    }
}
