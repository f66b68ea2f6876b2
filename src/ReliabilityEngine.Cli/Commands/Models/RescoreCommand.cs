using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Worker;

namespace ReliabilityEngine.Cli.Commands.Models;

/// <summary>Brings stored articles to the models in use.</summary>
sealed class RescoreCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly InstrumentFeature _instrument;

    readonly Option<string> _outlet = new("--outlet") { Description = "Only this outlet.", HelpName = "name" };

    readonly Option<bool> _force = new("--force") { Description = "Those that were scored by the models in use, too." };

    public RescoreCommand()
        : base(
            "rescore", "Score stored articles again that other models scored; former scores are kept. May be stopped, and goes on from there.",
            "reliability rescore", "reliability rescore --outlet \"The Harbour Post\"")
    {
        Add(_outlet);
        Add(_force);
        _instrument = new(this);
        _database = new(this);
        Run(Rescore);
    }

    async Task<int> Rescore(Call call)
    {
        using var database = _database.OpenExisting(call);
        using var scorer = new ScorerInUse(_database.OpenExisting(call), _instrument.InstrumentOf(call), call.Options.Admiralty, NullLogger<ScorerInUse>.Instance);
        var rescorer = new Rescorer(database, scorer.Current, TimeProvider.System);
        var outlet = call.Value(_outlet) is { } name ? OutletNames.Default.Canonical(name) : null;
        var run = new RunRecord(database, TimeProvider.System, Name);
        try
        {
            var progress = new Progress(call.Terminal, TimeProvider.System, null);
            await rescorer.Run(outlet, call.Value(_force), tally => progress.Show(tally.All, 0), call.Cancellation);
            call.Terminal.ShowStatus("");
        }
        catch (OperationCanceledException)
        {
            call.Terminal.Log($"stopped after {rescorer.Tally.All} articles; `reliability rescore` goes on from there");
            throw;
        }

        var done = rescorer.Tally;
        call.Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done.Scored} articles scored by reliability {scorer.Current().Versions.Reliability}, bias {scorer.Current().Versions.Bias}"));
        if (done.Known > 0)
            call.Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done.Known} stand by the scores that these models gave them before"));
        if (done.Kept > 0)
            call.Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done.Kept} keep their last score and are marked so: their text was dropped"));
        return run.End(done.All, done.Known + done.Kept, 0, ExitCode.Done);
    }
}
