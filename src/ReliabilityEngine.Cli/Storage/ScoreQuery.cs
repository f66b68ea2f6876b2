using Dapper;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>Which articles a report is about; null asks for nothing.</summary>
/// <param name="Outlet">Canonical.</param>
sealed record ScoreFilter(string? Outlet, DateTimeOffset? Since, DateTimeOffset? Until);

/// <summary>An article's newest score, without its reasons.</summary>
sealed record ScoredRow(
    long Key, string Outlet, string Id, string? Title, string? Published,
    double? Reliability, double? ReliabilityLow, double? ReliabilityHigh, double? Bias, double? BiasLow, double? BiasHigh, long Credibility);

/// <summary>Reads many scores at once.</summary>
sealed class ScoreQuery(Database database)
{
    public IReadOnlyList<ScoredRow> Latest(ScoreFilter filter) =>
        [.. database.Connection.Query<ScoredRow>(
            """
            SELECT s.key, a.outlet, a.id, a.title, a.published, s.reliability, s.reliability_low, s.reliability_high,
                s.bias, s.bias_low, s.bias_high, s.credibility
            FROM latest_scores s JOIN articles a ON a.key = s.article
            WHERE (@Outlet IS NULL OR a.outlet = @Outlet)
              AND (@since IS NULL OR a.published >= @since)
              AND (@until IS NULL OR a.published <= @until)
            ORDER BY a.outlet, a.id
            """,
            new { filter.Outlet, since = Write(filter.Since), until = Write(filter.Until) })];

    public int CountLatest() => database.Connection.ExecuteScalar<int>("SELECT count(*) FROM latest_scores");

    static string? Write(DateTimeOffset? time) => time is { } value ? Timestamps.Write(value) : null;
}
