using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Outlets with mean, interval, count and Admiralty letter.</summary>
sealed class ReportOutletsCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly ReportFeature _report;
    readonly FormatFeature _format;

    public ReportOutletsCommand()
        : base(
            "outlets", "Rate the outlets: thin ones are pulled to the overall mean, too thin ones are F.",
            "reliability report outlets --sort articles --limit 20")
    {
        _database = new(this);
        _report = new(this, "reliability", "bias", "articles", "outlet");
        _format = new(this, "table");
        Run(Report);
    }

    int Report(Call call)
    {
        using var database = _database.OpenToRead(call);
        var scale = call.Options.Admiralty;
        var scores = new ScoreQuery(database).Latest(_report.Filter(call))
            .Where(row => row.Reliability is not null && row.Bias is not null)
            .Select(row => new OutletScore(row.Outlet, row.Reliability!.Value, row.Bias!.Value));
        var printer = _format.Printer(call, OutletReport.Shape);
        var ratings = _report.Arrange(call, new OutletAggregator(scale).Rate(scores), rating => rating.Shrunken, Sort).ToList();
        foreach (var rating in ratings)
            printer.Print(new(rating, scale));
        printer.Finish();
        if (ratings.Count == 0)
        {
            ReportFeature.SayThatNothingIsThere(call, database, "no article matches that could be judged and is of a known outlet");
            return ExitCode.Done;
        }

        ReportFeature.SayWhatIsStale(call, database);
        if (_format.IsTable(call))
            call.Terminal.Out.WriteLine(OutletReport.Legend(scale));
        return ExitCode.Done;
    }

    static IEnumerable<OutletRating> Sort(string by, IEnumerable<OutletRating> ratings) => by switch
    {
        "bias" => ratings.OrderByDescending(rating => rating.Bias),
        "articles" => ratings.OrderByDescending(rating => rating.Articles),
        "outlet" => ratings.OrderBy(rating => rating.Outlet, StringComparer.Ordinal),
        _ => ratings.OrderByDescending(rating => rating.Shrunken),
    };
}
