using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Worker;

namespace ReliabilityEngine.Cli.Commands.Models;

/// <summary>Brings stored articles to the models in use.</summary>
sealed class RescoreCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly InstrumentFeature _instrument;

    readonly Option<string> _outlet = new("--outlet") { Description = "Only this outlet.", HelpName = "name" };

    readonly Option<bool> _force = new("--force") { Description = "Read all texts again, those too that the models in use have scored." };

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
        var rescorer = new Rescorer(database, scorer.Current, call.Value(_force), TimeProvider.System);
        var outlet = call.Value(_outlet) is { } name ? OutletNames.Default.Canonical(name) : null;
        var run = new RunRecord(database, TimeProvider.System, Name);
        try
        {
            var progress = new Progress(call.Terminal, TimeProvider.System, null);
            await rescorer.Run(outlet, tally => progress.Show(tally.All, 0), call.Cancellation);
            call.Terminal.ShowStatus("");
        }
        catch (OperationCanceledException)
        {
            call.Terminal.Log($"stopped after {Articles(rescorer.Tally.All)}{(call.Value(_force) ? "" : "; `reliability rescore` goes on from there")}");
            throw;
        }

        foreach (var line in Summary(rescorer.Tally, scorer.Current().Versions))
            call.Terminal.Out.WriteLine(line);
        return run.End(rescorer.Tally.All, rescorer.Tally.Known + rescorer.Tally.Kept, 0, ExitCode.Done);
    }

    static IEnumerable<string> Summary(RescoreTally done, ScoreVersions versions)
    {
        yield return $"{Articles(done.All - done.Kept)} brought to reliability {versions.Reliability}, bias {versions.Bias}{(done.All == done.Kept ? "" : ":")}";
        if (done.Brought > 0)
            yield return $"  {Numbers.Whole(done.Brought)} scored by what had been measured in them before";
        if (done.Reread > 0)
            yield return $"  {Numbers.Whole(done.Reread)} read again and scored";
        if (done.Known > 0)
            yield return $"  {Numbers.Whole(done.Known)} given back the score that these models gave them before";
        if (done.Kept > 0)
            yield return $"{Articles(done.Kept)} kept with the last score, and marked so: the text was dropped";
    }

    static string Articles(int count) => count == 1 ? "1 article" : $"{Numbers.Whole(count)} articles";
}
