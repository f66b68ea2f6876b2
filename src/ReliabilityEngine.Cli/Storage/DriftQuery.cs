using Dapper;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>What was scored lately, to be held against what was before.</summary>
sealed class DriftQuery(Database database, DateTimeOffset since)
{
    /// <summary>The newest scores of articles by one model.</summary>
    public IReadOnlyList<double> Scores(string target, string model) =>
        [.. database.Connection.Query<double>(
            target == Targets.Bias
                ? "SELECT bias FROM latest_scores WHERE bias_model = @model AND bias IS NOT NULL AND scored_at >= @since"
                : "SELECT reliability FROM latest_scores WHERE reliability_model = @model AND reliability IS NOT NULL AND scored_at >= @since",
            new { model, since = Since })];

    /// <summary>The card of a model that is stored here; null for one that is not.</summary>
    public string? Card(string model) => database.Connection.QuerySingleOrDefault<string>("SELECT card FROM models WHERE version = @model", new { model });

    /// <summary>The newest articles that were scored, with the extractor that measured them.</summary>
    public IReadOnlyList<(long Article, string Extractor)> Newest(int most) =>
        [.. database.Connection.Query<(long, string)>(
            "SELECT article, extractor FROM latest_scores WHERE reliability IS NOT NULL AND scored_at >= @since ORDER BY key DESC LIMIT @most", new { most, since = Since })];

    /// <summary>Reliability by outlet, and whether it is of late; by the day of publication where it is known.</summary>
    public IEnumerable<(string Outlet, double Reliability, bool IsLate)> ByOutlet() =>
        database.Connection.Query<(string Outlet, double Reliability, long IsLate)>(
            """
            SELECT a.outlet, l.reliability, coalesce(a.published, l.scored_at) >= @since
            FROM latest_scores l JOIN articles a ON a.key = l.article
            WHERE l.reliability IS NOT NULL AND a.outlet <> @unknown
            """,
            new { since = Since, unknown = Article.UnknownOutlet }).Select(row => (row.Outlet, row.Reliability, row.IsLate != 0));

    string Since => Timestamps.Write(since);
}
