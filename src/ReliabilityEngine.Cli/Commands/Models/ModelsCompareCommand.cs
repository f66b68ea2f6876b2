using System.CommandLine;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Worker;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Cli.Commands.Models;

/// <summary>What another model would change in the scores of stored articles.</summary>
sealed class ModelsCompareCommand : Verb
{
    readonly RegistryFeature _registry;
    readonly InstrumentFeature _instrument;
    readonly FormatFeature _format;
    readonly Argument<string> _before = RegistryFeature.Model("old");
    readonly Argument<string> _after = RegistryFeature.Model("new");

    readonly Option<string> _outlet = new("--outlet") { Description = "Only this outlet.", HelpName = "name" };

    readonly Option<int> _moved = new Option<int>("--articles") { Description = "How many of the articles that move most to name.", HelpName = "count", DefaultValueFactory = _ => 10 }.Within(0);

    public ModelsCompareCommand()
        : base(
            "compare", "Score the stored articles by two models and say where they differ, outlet by outlet; nothing is stored.",
            "reliability models compare reliability 1f2e3d", "reliability models compare reliability 1f2e3d --format csv")
    {
        Add(_before);
        Add(_after);
        Add(_outlet);
        Add(_moved);
        _instrument = new(this);
        _registry = new(this);
        _format = new(this, "table");
        Run(call => _registry.With(call, (registry, database) => Compare(call, registry.Models, database)));
    }

    async Task<int> Compare(Call call, ModelStore models, Database database)
    {
        var (before, after) = (Read(models, call.Value(_before)!), Read(models, call.Value(_after)!));
        if (before.Version == after.Version)
            throw new Refusal($"{call.Value(_before)} and {call.Value(_after)} are one model, {before.Version}: expected two");
        if (before.Target != after.Target)
            throw new Refusal($"{before.Version} is a model of {before.Target}, {after.Version} one of {after.Target}: expected two of one target");
        var comparer = new ScoreComparer(database, _instrument.InstrumentOf(call), before, after);
        var progress = new Progress(call.Terminal, TimeProvider.System, null);
        var outlet = call.Value(_outlet) is { } name ? OutletNames.Default.Canonical(name) : null;
        var scores = await comparer.Run(outlet, read => progress.Show(read, 0), call.Cancellation);
        call.Terminal.ShowStatus("");
        if (scores.Pairs.Count == 0)
            throw new Refusal($"{database.Path}: no article{(outlet is null ? "" : $" of {outlet}")} to compare them by{ShiftReport.LeftOut(scores.NotJudged, scores.WithoutText, ": ")}");
        var report = new ShiftReport(before.Target, before.Version, after.Version, ScoreShift.Of(scores.Pairs, call.Value(_moved)), scores.NotJudged, scores.WithoutText);
        Print(call, report);
        return ExitCode.Done;
    }

    void Print(Call call, ShiftReport report)
    {
        if (_format.IsTable(call))
        {
            report.Write(call.Terminal.Out, call.Terminal.Width);
            return;
        }

        var printer = _format.Printer(call, ShiftRow.Shape);
        foreach (var row in report.Rows)
            printer.Print(row);
        printer.Finish();
    }

    static Model Read(ModelStore models, string reference)
    {
        var stored = models.Get(models.Only(reference).Version);
        return ModelFile.Read(stored.Bytes, $"{stored.Target} model {stored.Version}");
    }
}
