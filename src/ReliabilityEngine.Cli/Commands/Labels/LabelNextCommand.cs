using System.CommandLine;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Learning.Labels;

namespace ReliabilityEngine.Cli.Commands.Labels;

/// <summary>Proposes what to label.</summary>
sealed class LabelNextCommand : Verb
{
    // From here on an article counts as hyper-partisan.
    const double HyperPartisan = 50;

    readonly Option<string> _target = new("--label") { Description = "What is to be labelled.", HelpName = "reliability|bias", DefaultValueFactory = _ => Targets.Reliability };
    readonly Option<int> _limit = new Option<int>("--limit") { Description = "At most so many articles.", HelpName = "articles", DefaultValueFactory = _ => 10 }.Within(1);
    readonly DatabaseFeature _database;
    readonly FormatFeature _format;

    public LabelNextCommand()
        : base(
            "next", "Propose the stored articles that are worth labelling next, each with the reason.",
            "reliability label next", "reliability label next --label bias --limit 5 --format jsonl")
    {
        _target.OneOf(Targets.Reliability, Targets.Bias);
        Add(_target);
        Add(_limit);
        _database = new(this);
        _format = new(this, "table");
        Run(Propose);
    }

    int Propose(Call call)
    {
        using var database = _database.OpenToRead(call);
        var target = call.Value(_target)!;
        var labels = new LabelStore(database, OutletNames.Default).All(target);
        var labelled = labels.Select(label => (label.Outlet, label.Id)).ToHashSet();
        var proposals = new Proposals(
            target == Targets.Bias ? [HyperPartisan] : [call.Options.Admiralty.Two, call.Options.Admiralty.Three],
            labelled.CountBy(article => article.Outlet).ToDictionary(StringComparer.Ordinal));
        var printer = _format.Printer(call, ProposalReport.Shape);
        foreach (var proposal in proposals.Choose(Unlabelled(database, target).Where(article => !labelled.Contains((article.Outlet, article.Id)))).Take(call.Value(_limit)))
            printer.Print(proposal);
        printer.Finish();
        call.Terminal.Out.Flush();
        call.Terminal.Log(LabelProgress.InWords(target, labels));
        return ExitCode.Done;
    }

    static IEnumerable<Unlabelled> Unlabelled(Database database, string target) =>
        from row in new ScoreQuery(database).Latest(new(null, null, null))
        let score = target == Targets.Bias ? (row.Bias, row.BiasLow, row.BiasHigh) : (row.Reliability, row.ReliabilityLow, row.ReliabilityHigh)
        where score is { Item1: not null, Item2: not null, Item3: not null }
        select new Unlabelled(row.Outlet, row.Id, row.Title, score.Item1!.Value, score.Item2!.Value, score.Item3!.Value);
}
