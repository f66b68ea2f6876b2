using System.CommandLine;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>One stored article with all its reasons.</summary>
sealed class ReportArticleCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly FormatFeature _format;

    readonly Argument<string> _article = new("id") { Description = "The article's id, or outlet/id." };

    public ReportArticleCommand()
        : base(
            "article", "Print an article's newest score with every contribution.",
            "reliability report article scoop-ferry-tender")
    {
        Add(_article);
        _database = new(this);
        _format = new(this, "table");
        Run(Report);
    }

    int Report(Call call)
    {
        using var database = _database.OpenExisting(call);
        var archive = new Archive(database, OutletNames.Default, TimeProvider.System);
        var stored = archive.Articles.Only(call.Value(_article)!);
        var key = archive.Scores.Latest(stored.Key) ?? throw new Refusal($"{stored.Reference}: stored, but never scored");
        var report = new ScoreReport(stored.Article, archive.Scores.Get(key), Stored: true);
        if (_format.IsTable(call))
        {
            ScoreSheet.Write(call.Terminal.Out, call.Terminal.Width, report);
            return ExitCode.Done;
        }

        var printer = _format.Printer(call, ScoreReport.Shape);
        printer.Print(report);
        printer.Finish();
        return ExitCode.Done;
    }
}
