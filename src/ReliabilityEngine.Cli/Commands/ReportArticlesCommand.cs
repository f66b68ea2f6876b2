using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Articles with their newest scores.</summary>
sealed class ReportArticlesCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly ReportFeature _report;
    readonly FormatFeature _format;

    public ReportArticlesCommand()
        : base(
            "articles", "List the scored articles.",
            "reliability report articles --since 2025-01-01 --max 40 --sort published")
    {
        _database = new(this);
        _report = new(this, "reliability", "bias", "published", "outlet");
        _format = new(this, "table");
        Run(Report);
    }

    int Report(Call call)
    {
        using var database = _database.OpenToRead(call);
        var rows = _report.Arrange(call, new ScoreQuery(database).Latest(_report.Filter(call)).Select(ToReport), row => row.Reliability, Sort).ToList();
        var printer = _format.Printer(call, ArticleReport.Shape);
        foreach (var row in rows)
            printer.Print(row);
        printer.Finish();
        if (rows.Count == 0)
            ReportFeature.SayThatNothingIsThere(call, database, "no article matches");
        ReportFeature.SayWhatIsStale(call, database);
        return ExitCode.Done;
    }

    static ArticleReport ToReport(ScoredRow row) => new(
        row.Outlet, row.Id, row.Title, row.Published, row.Reliability,
        row.ReliabilityLow is { } low && row.ReliabilityHigh is { } high ? new(low, high) : null, row.Bias, (int)row.Credibility);

    static IEnumerable<ArticleReport> Sort(string by, IEnumerable<ArticleReport> rows) => by switch
    {
        "bias" => rows.OrderByDescending(row => row.Bias),
        "published" => rows.OrderByDescending(row => row.Published, StringComparer.Ordinal),
        "outlet" => rows.OrderBy(row => row.Outlet, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal),
        _ => rows.OrderByDescending(row => row.Reliability),
    };
}
