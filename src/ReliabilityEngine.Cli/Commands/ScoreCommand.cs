using System.CommandLine;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Worker;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Analyses, scores, stores.</summary>
sealed class ScoreCommand : Verb
{
    readonly InputFeature _input;
    readonly FormatFeature _format;
    readonly DatabaseFeature _database;
    readonly GateFeature _gates;
    readonly InstrumentFeature _instrument;

    readonly Option<bool> _force = new("--force") { Description = "Score again what the same versions have scored before." };

    readonly Option<bool> _noStore = new("--no-store") { Description = "Store nothing, and score what is stored again." };

    public ScoreCommand()
        : base(
            "score", "Score articles, store the scores, and say why.",
            "reliability score data/samples",
            "reliability score inbox/*.jsonl --format jsonl > scores.jsonl",
            "curl -s https://example.org/story | reliability score - --no-store",
            "reliability score draft.md --no-store --fail-under reliability=60 --fail-under bias=50")
    {
        _input = new(this);
        _format = new(this, "table");
        _gates = new(this);
        Add(_force);
        Add(_noStore);
        _instrument = new(this);
        _database = new(this);
        Run(Score);
    }

    async Task<int> Score(Call call)
    {
        var input = _input.Of(call);
        var stores = !call.Value(_noStore);
        using var database = stores ? _database.OpenOrCreate(call) : _database.OpenIfThere(call);
        var scorer = ScorerInUse.Load(database, _instrument.InstrumentOf(call), call.Options.Admiralty);
        using var desk = new ScoringDesk(scorer, stores ? database : null, TimeProvider.System, call.Value(_force));
        var batch = new Batch(call, input);
        var run = new RunRecord(stores ? database : null, TimeProvider.System, Name);
        try
        {
            string[] standing = [.. scorer.StandingWarnings];
            var known = await ScoreAll(call, batch, desk, standing);
            foreach (var warning in standing.Where(_ => _format.IsTable(call) && batch.Read > 0))
                call.Terminal.Log(warning);
            var exitCode = batch.Finish(_input.IsStrict(call));
            if (known > 0)
                call.Terminal.Log($"{known} of {batch.Read} articles had been scored by the same versions and were not scored again (--force does)");
            return run.End(batch.Read, known, batch.Bad, _gates.Apply(exitCode));
        }
        catch (OperationCanceledException)
        {
            call.Terminal.Log($"stopped after {(batch.Read == 1 ? "1 article" : $"{batch.Read} articles")}; {(stores ? "what was scored is stored" : "nothing is stored")}");
            throw;
        }
    }

    /// <returns>How many had been scored before.</returns>
    async Task<int> ScoreAll(Call call, Batch batch, ScoringDesk desk, IReadOnlyCollection<string> standing)
    {
        var printer = _format.Printer(call, ScoreReport.Shape);
        var known = 0;
        await foreach (var judged in batch.Run(desk.Judge))
        {
            var settled = desk.File(judged);
            known += settled.WasKnown ? 1 : 0;
            printer.Print(new(settled.Article, settled.Score, settled.WasKnown) { SaidOnce = standing });
            _gates.Check(call, settled);
        }

        printer.Finish();
        return known;
    }
}
