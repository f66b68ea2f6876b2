using Dapper;
using Microsoft.Data.Sqlite;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>How far each feed was read: what it last answered, and which of its items were taken.</summary>
sealed class FeedStore(Database database, TimeProvider time)
{
    public FeedPosition Find(string address) =>
        database.Connection.QuerySingleOrDefault<FeedPosition>(
            "SELECT entity_tag, last_modified, failures FROM feeds WHERE address = @address", new { address }) ?? new(null, null, 0);

    /// <summary>Which of these items were not taken yet, or have changed since.</summary>
    public IReadOnlySet<string> Unknown(string address, IReadOnlyDictionary<string, string> versions)
    {
        var known = database.Connection.Query<(string Item, string Version)>("SELECT item, version FROM feed_items WHERE feed = @address", new { address })
            .ToDictionary(row => row.Item, row => row.Version);
        return versions.Where(pair => known.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => pair.Key).ToHashSet();
    }

    /// <summary>Stands in the same transaction as the article itself, so that neither is there without the other.</summary>
    public static void MarkTaken(SqliteTransaction transaction, string address, string item, string version, string now) =>
        transaction.Connection!.Execute(
            "INSERT OR REPLACE INTO feed_items (feed, item, version, taken_at) VALUES (@address, @item, @version, @now)",
            new { address, item, version, now }, transaction);

    /// <summary>Everything that the feed announced has been taken.</summary>
    public void Advance(string address, string? entityTag, string? lastModified) => database.Connection.Execute(
        """
        INSERT OR REPLACE INTO feeds (address, entity_tag, last_modified, read_at, failures) VALUES (@address, @entityTag, @lastModified, @now, 0)
        """,
        new { address, entityTag, lastModified, now = Timestamps.Write(time.GetUtcNow()) });

    public void NoteFailure(string address, string trouble) => database.Connection.Execute(
        """
        INSERT INTO feeds (address, read_at, failures, trouble) VALUES (@address, @now, 1, @trouble)
        ON CONFLICT (address) DO UPDATE SET failures = failures + 1, trouble = excluded.trouble, read_at = excluded.read_at
        """,
        new { address, trouble, now = Timestamps.Write(time.GetUtcNow()) });
}

/// <summary>The validators of the last whole reading, and how often reading has failed since.</summary>
sealed record FeedPosition(string? EntityTag, string? LastModified, long Failures);
