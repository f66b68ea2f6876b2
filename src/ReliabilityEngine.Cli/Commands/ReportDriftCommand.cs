using System.CommandLine;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Worker;
using ReliabilityEngine.Ratings;
using ReliabilityEngine.Speculations;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Whether what is scored now is still like what the models were trained on.</summary>
sealed class ReportDriftCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly FormatFeature _format;

    readonly Option<int> _days = new Option<int>("--days") { Description = "What counts as now: articles of so many days.", HelpName = "days", DefaultValueFactory = _ => 30 }.Within(1, 36_500);

    readonly Option<int?> _fewest = new Option<int?>("--min-articles") { Description = "Say nothing of fewer; else the configuration's Drift:FewestArticles.", HelpName = "articles" }.Within(2);

    readonly Option<bool> _fail = new("--fail") { Description = "End with code 3 where something has drifted." };

    public ReportDriftCommand()
        : base(
            "drift", "Hold scores and features against those of training, and outlets against what they were.",
            "reliability report drift --days 7 --fail")
    {
        _database = new(this);
        foreach (var option in (Option[])[_days, _fewest, _fail])
            Add(option);
        _format = new(this, "table");
        Run(Report);
    }

    int Report(Call call)
    {
        using var database = _database.OpenToRead(call);
        var models = ScorerInUse.Load(database, Instrument.Load(null, LikelihoodTable.Default), call.Options.Admiralty).Models;
        var since = TimeProvider.System.GetUtcNow().AddDays(-call.Value(_days));
        List<DriftFinding> findings = [.. new DriftWatch(database, models, since, call.Value(_fewest) ?? call.Options.Drift.FewestArticles).Findings()];
        var printer = _format.Printer(call, DriftReport.Shape);
        foreach (var finding in findings)
            printer.Print(finding);
        printer.Finish();
        if (_format.IsTable(call))
        {
            foreach (var line in Wrapping.Wrap(DriftReport.Legend, call.Terminal.Width).Prepend(""))
                call.Terminal.Out.WriteLine(line);
        }

        return call.Value(_fail) && findings.Exists(finding => finding.State == DriftState.Drifted) ? ExitCode.GateMissed : ExitCode.Done;
    }
}
