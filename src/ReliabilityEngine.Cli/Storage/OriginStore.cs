using Dapper;
using Microsoft.Data.Sqlite;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Origins;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>
/// Keeps where articles come from: copies of one text, agencies credited, independent reports of the same event. What a new article
/// changes for older ones is changed with it.
/// </summary>
sealed class OriginStore(Database database, AdmiraltyScale scale)
{
    readonly SketchStore _sketches = new(database);

    EventStore Events => field ??= new(database, _sketches);

    /// <returns>The article's Admiralty number, now that others are known.</returns>
    public int Store(long article, string outlet, ArticleAnalysis analysis, string now, SqliteTransaction transaction)
    {
        var origin = ArticleOrigin.Of(analysis);
        var before = Events.Neighbours(article, transaction);
        var merged = _sketches.Store(article, outlet, origin, now, transaction);
        Events.Store(article, outlet, analysis.Article.Published, origin, transaction);
        var touched = before.Concat(Events.Neighbours(article, transaction)).Concat(BesideClusters(merged, transaction)).Append(article).Distinct();
        foreach (var other in touched.ToList())
            Recount(other, transaction);
        return database.Connection.ExecuteScalar<int>("SELECT credibility FROM scores WHERE article = @article ORDER BY key DESC LIMIT 1", new { article }, transaction);
    }

    /// <summary>Takes an article's part in the corroboration of others back, before it is deleted.</summary>
    public void Withdraw(long article, SqliteTransaction transaction)
    {
        var neighbours = Events.Neighbours(article, transaction);
        database.Connection.Execute("DELETE FROM corroborations WHERE article = @article OR other = @article", new { article }, transaction);
        foreach (var other in neighbours)
            Recount(other, transaction);
    }

    /// <summary>How many independent origins report the same besides an article's own; only those that can be believed by themselves count.</summary>
    public int OriginsOf(long article, SqliteTransaction? transaction = null)
    {
        var others = Reports(
            """
            SELECT a.outlet, s.cluster, s.agency, a.url FROM corroborations c
            JOIN articles a ON a.key = c.other JOIN sketches s ON s.article = c.other JOIN latest_scores l ON l.article = c.other
            WHERE c.article = @article AND l.text_credibility IN (2, 3) ORDER BY l.text_credibility, a.key
            """,
            article, transaction);
        var own = Reports("SELECT a.outlet, s.cluster, s.agency, a.url FROM articles a JOIN sketches s ON s.article = a.key WHERE a.key = @article", article, transaction);
        return own is [var report] ? Independence.Origins(report, others) : 0;
    }

    /// <summary>An article's Admiralty number beside those of others, for each of its scores.</summary>
    public void Recount(long article, SqliteTransaction transaction)
    {
        var origins = OriginsOf(article, transaction);
        foreach (var (key, number) in database.Connection.Query<(long, long)>(
            "SELECT key, text_credibility FROM scores WHERE article = @article AND text_credibility IS NOT NULL", new { article }, transaction).ToList())
            database.Connection.Execute(
                "UPDATE scores SET credibility = @credibility WHERE key = @key AND credibility <> @credibility",
                new { key, credibility = scale.Corroborated((int)number, origins) }, transaction);
    }

    /// <summary>What is counted beside a cluster may count less, now that more are one.</summary>
    IEnumerable<long> BesideClusters(IReadOnlyList<long> merged, SqliteTransaction transaction) => merged.Count < 2
        ? []
        : database.Connection.Query<long>(
            """
            SELECT DISTINCT c.other FROM corroborations c JOIN sketches s ON s.article = c.article
            WHERE s.cluster = (SELECT min(value) FROM json_each(@clusters))
            """,
            new { clusters = System.Text.Json.JsonSerializer.Serialize(merged) }, transaction);

    List<Report> Reports(string sql, long article, SqliteTransaction? transaction) =>
        [.. database.Connection.Query<(string Outlet, long Cluster, string? Agency, string? Url)>(sql, new { article }, transaction)
            .Select(row => new Report(row.Outlet, row.Cluster, ClusterAgencies(row.Cluster, row.Agency, transaction), Independence.SiteOf(row.Url)))];

    /// <summary>What one of several copies credits holds for all of them.</summary>
    List<string> ClusterAgencies(long cluster, string? own, SqliteTransaction? transaction) =>
        [.. database.Connection.Query<string>("SELECT DISTINCT agency FROM sketches WHERE cluster = @cluster AND agency IS NOT NULL", new { cluster }, transaction)
            .Append(own).SelectMany(Agencies.Read).Distinct(StringComparer.Ordinal)];
}
