using System.CommandLine;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Articles that several outlets print with nearly the same text.</summary>
sealed class ReportClustersCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly FormatFeature _format;

    readonly Option<bool> _outlets = new("--across-outlets") { Description = "Only texts that at least two outlets have." };

    readonly Option<int?> _limit = new Option<int?>("--limit") { Description = "At most so many clusters.", HelpName = "rows" }.Within(1);

    public ReportClustersCommand()
        : base(
            "clusters", "List near-copies: who printed a text first, who after, and the agency it is from.",
            "reliability report clusters --across-outlets --limit 20")
    {
        _database = new(this);
        Add(_outlets);
        Add(_limit);
        _format = new(this, "table");
        Run(Report);
    }

    int Report(Call call)
    {
        using var database = _database.OpenToRead(call);
        var printer = _format.Printer(call, ClusterReport.Shape);
        var clusters = new OriginQuery(database).Clusters().Where(cluster => !call.Value(_outlets) || cluster.Outlets > 1).Take(call.Value(_limit) ?? int.MaxValue).ToList();
        foreach (var cluster in clusters)
            printer.Print(new(cluster.Articles, cluster.Agencies));
        printer.Finish();
        if (clusters.Count == 0)
            ReportFeature.SayThatNothingIsThere(call, database, call.Value(_outlets) ? "no near-copies across outlets" : "no near-copies");
        return ExitCode.Done;
    }
}
