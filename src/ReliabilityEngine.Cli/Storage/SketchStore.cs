using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReliabilityEngine.Origins;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>What texts look like, so that copies are found: by the smallest hashes that they share, never by going through all.</summary>
sealed class SketchStore(Database database)
{
    /// <summary>Of those that share a hash, the newest; what thousands share is a standing paragraph.</summary>
    const int MostAHash = 50;
    const int MostCandidates = 100;

    /// <summary>Stores a text's sketch and puts the article among its copies.</summary>
    /// <returns>The clusters that are one now.</returns>
    public IReadOnlyList<long> Store(long article, string outlet, ArticleOrigin origin, string now, SqliteTransaction transaction)
    {
        LeaveCluster(article, transaction);
        List<long> merged = [.. Similar(article, origin.Sketch, transaction)
            .Where(other => ArticleOrigin.AreCopies(origin.Sketch, other.Sketch, other.Outlet == outlet)).Select(other => other.Cluster).Append(article).Distinct()];
        var cluster = merged.Min();
        database.Connection.Execute(
            "UPDATE sketches SET cluster = @cluster WHERE cluster IN @merged AND cluster <> @cluster AND article <> @article", new { cluster, merged, article }, transaction);
        database.Connection.Execute(
            """
            INSERT INTO sketches (article, hashes, words, agency, cluster, seen_at) VALUES (@article, @hashes, @Words, @agency, @cluster, @now)
            ON CONFLICT (article) DO UPDATE SET hashes = excluded.hashes, words = excluded.words, agency = excluded.agency, cluster = excluded.cluster
            """,
            new { article, hashes = origin.Sketch.ToBytes(), origin.Sketch.Words, agency = Agencies.Write(origin.Agencies), cluster, now }, transaction);
        Index(article, origin.Sketch, transaction);
        return merged;
    }

    public TextSketch? Find(long article, SqliteTransaction transaction) =>
        database.Connection.Query<(byte[] Hashes, long Words)>("SELECT hashes, words FROM sketches WHERE article = @article", new { article }, transaction)
            .Select(row => TextSketch.Read(row.Hashes, (int)row.Words)).SingleOrDefault();

    /// <summary>A changed text may be a copy no more; those that were named after it get the name of the next.</summary>
    void LeaveCluster(long article, SqliteTransaction transaction) => database.Connection.Execute(
        """
        UPDATE sketches SET cluster = (SELECT min(article) FROM sketches WHERE cluster = @article AND article <> @article)
        WHERE cluster = @article AND article <> @article
        """,
        new { article }, transaction);

    void Index(long article, TextSketch sketch, SqliteTransaction transaction)
    {
        database.Connection.Execute("DELETE FROM sketch_bands WHERE article = @article", new { article }, transaction);
        database.Connection.Execute(
            "INSERT INTO sketch_bands (hash, article) SELECT value, @article FROM json_each(@hashes)",
            new { article, hashes = JsonSerializer.Serialize(sketch.Hashes.Take(TextSketch.LookedUp)) }, transaction);
    }

    IEnumerable<(string Outlet, long Cluster, TextSketch Sketch)> Similar(long article, TextSketch sketch, SqliteTransaction transaction)
    {
        var met = new Dictionary<long, int>();
        foreach (var hash in sketch.Hashes.Take(TextSketch.LookedUp))
        {
            foreach (var other in database.Connection.Query<long>(
                "SELECT article FROM sketch_bands WHERE hash = @hash AND article <> @article ORDER BY article DESC LIMIT @MostAHash", new { hash, article, MostAHash }, transaction))
                met[other] = met.GetValueOrDefault(other) + 1;
        }

        var nearest = met.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostCandidates).Select(pair => pair.Key).ToList();
        return [.. database.Connection.Query<(string Outlet, long Cluster, byte[] Hashes, long Words)>(
            "SELECT a.outlet, s.cluster, s.hashes, s.words FROM sketches s JOIN articles a ON a.key = s.article WHERE s.article IN @nearest",
            new { nearest }, transaction).Select(row => (row.Outlet, row.Cluster, TextSketch.Read(row.Hashes, (int)row.Words)))];
    }
}

/// <summary>Several agencies in one column.</summary>
static class Agencies
{
    const char Separator = ';';

    public static string? Write(IReadOnlyCollection<string> agencies) => agencies.Count == 0 ? null : string.Join(Separator, agencies);

    public static IReadOnlyList<string> Read(string? column) => column?.Split(Separator) ?? [];
}
