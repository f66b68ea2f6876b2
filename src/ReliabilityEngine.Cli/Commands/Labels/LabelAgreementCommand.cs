using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Learning.Labels;

namespace ReliabilityEngine.Cli.Commands.Labels;

/// <summary>How far labellers agree, all of them and two by two.</summary>
sealed class LabelAgreementCommand : Verb
{
    const int Seed = 1;

    readonly LabelQuery _query;
    readonly DatabaseFeature _database;
    readonly FormatFeature _format;

    public LabelAgreementCommand()
        : base(
            "agreement", "Say how far labellers agree on the articles that several of them labelled.",
            "reliability label agreement", "reliability label agreement --label reliability --format csv")
    {
        _query = new(this);
        _database = new(this);
        _format = new(this, "table");
        Run(Compare);
    }

    int Compare(Call call)
    {
        using var database = _database.OpenToRead(call);
        var labels = _query.Of(call, new(database, OutletNames.Default)).ToLookup(label => label.Label.Field);
        var rows = LabelField.All.SelectMany(field => LabelAgreement.All(field, [.. labels[field.Name].Select(ToLabel)], Seed)).ToList();
        if (rows.Count == 0)
            throw new Refusal("no article has labels of two labellers; \"reliability label list\" shows what there is");
        var printer = _format.Printer(call, AgreementReport.Shape);
        foreach (var row in rows)
            printer.Print(row);
        printer.Finish();
        if (_format.IsTable(call))
            call.Terminal.Out.WriteLine(AgreementReport.Legend);
        return ExitCode.Done;
    }

    static Label ToLabel(ArticleLabel label) => new($"{label.Outlet}/{label.Id}", label.Label.Labeller, label.Label.Value);
}
