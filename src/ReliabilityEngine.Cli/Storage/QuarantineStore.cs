using Dapper;
using Microsoft.Data.Sqlite;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>An article that could not be scored, and why.</summary>
sealed record QuarantinedArticle(long Key, string Source, Article Article, string Reason, int Tries, DateTimeOffset SetAside);

/// <summary>Articles that were set aside, until somebody decides.</summary>
sealed class QuarantineStore(Database database)
{
    public int Count() => database.Connection.ExecuteScalar<int>("SELECT count(*) FROM quarantine");

    public IEnumerable<QuarantinedArticle> All() => Query("ORDER BY key", null);

    public QuarantinedArticle? Find(long key) => Query("WHERE key = @key", new { key }).SingleOrDefault();

    /// <summary>Back to the queue, with all its tries before it.</summary>
    public bool Retry(long key)
    {
        var moved = 0;
        database.InTransaction(transaction =>
        {
            database.Connection.Execute(
                """
                INSERT INTO queue (source, identity, subject, article, labels, arrived_at)
                SELECT source, identity, subject, article, labels, arrived_at FROM quarantine WHERE key = @key
                ON CONFLICT (identity) DO NOTHING
                """,
                new { key }, transaction);
            moved = database.Connection.Execute("DELETE FROM quarantine WHERE key = @key", new { key }, transaction);
        });
        return moved > 0;
    }

    public bool Drop(long key) => database.Connection.Execute("DELETE FROM quarantine WHERE key = @key", new { key }) > 0;

    internal static void SetAside(SqliteConnection connection, long queued, string reason, string now, SqliteTransaction transaction)
    {
        connection.Execute(
            """
            INSERT INTO quarantine (source, identity, subject, article, labels, reason, tries, arrived_at, set_aside_at)
            SELECT source, identity, subject, article, labels, @reason, tries, arrived_at, @now FROM queue WHERE key = @queued
            ON CONFLICT (identity) DO UPDATE SET reason = excluded.reason, set_aside_at = excluded.set_aside_at
            """,
            new { queued, reason, now }, transaction);
        connection.Execute("DELETE FROM queue WHERE key = @queued", new { queued }, transaction);
    }

    IEnumerable<QuarantinedArticle> Query(string which, object? parameters) =>
        database.Connection.Query<Row>($"SELECT key, source, article, reason, tries, set_aside_at FROM quarantine {which}", parameters)
            .Select(row => new QuarantinedArticle(row.Key, row.Source, ArticleQueue.Read(row.Article), row.Reason, (int)row.Tries, Timestamps.Read(row.SetAsideAt)));

    sealed record Row(long Key, string Source, string Article, string Reason, long Tries, string SetAsideAt);
}
