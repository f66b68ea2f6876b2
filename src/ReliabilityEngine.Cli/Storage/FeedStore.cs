using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>How far each feed was read: what it last answered, and which of its items were taken.</summary>
sealed class FeedStore(Database database, TimeProvider time)
{
    /// <summary>With pauses that double up to a day, some four days of a feed that is read every quarter of an hour.</summary>
    public const int MostTries = 10;

    static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    public FeedPosition Find(string address) =>
        database.Connection.QuerySingleOrDefault<FeedPosition>(
            "SELECT entity_tag, last_modified, failures FROM feeds WHERE address = @address", new { address }) ?? new(null, null, 0);

    /// <summary>Which of these items are to be read: those that were not taken yet, or have changed since, or could not be read and are due again.</summary>
    public FeedNews News(string address, IReadOnlyDictionary<string, string> versions)
    {
        var known = database.Connection.Query<(string Item, string Version, long Tries, string? NotBefore)>(
            "SELECT item, version, tries, not_before FROM feed_items WHERE feed = @address AND item IN (SELECT value FROM json_each(@items))",
            new { address, items = JsonSerializer.Serialize(versions.Keys) })
            .Where(row => versions[row.Item] == row.Version).ToDictionary(row => row.Item);
        var (now, latest) = (Timestamps.Write(time.GetUtcNow()), Timestamps.Write(time.GetUtcNow() + LongestPause));
        var waiting = known.Values.Where(row => row.Tries is > 0 and < MostTries).ToLookup(row =>
            string.CompareOrdinal(row.NotBefore, now) <= 0 || string.CompareOrdinal(row.NotBefore, latest) > 0, row => (row.Item, (int)row.Tries));
        return new(
            versions.Keys.Where(item => !known.ContainsKey(item)).Select(item => (item, 0)).Concat(waiting[true]).ToDictionary(),
            HasWaiting: waiting[false].Any());
    }

    /// <summary>An item could not be read: it is due again after ever longer pauses, and is left after so many tries until it changes.</summary>
    /// <param name="usual">The feed's own pause.</param>
    /// <returns>Whether it is left.</returns>
    public bool NoteBad(string address, string item, string version, int tries, string trouble, TimeSpan usual)
    {
        var pause = usual * (Math.Pow(2, tries - 1) - 1);
        database.Connection.Execute(
            """
            INSERT OR REPLACE INTO feed_items (feed, item, version, taken_at, tries, not_before, trouble)
            VALUES (@address, @item, @version, @now, @tries, @notBefore, @trouble)
            """,
            new
            {
                address,
                item,
                version,
                tries,
                trouble,
                now = Timestamps.Write(time.GetUtcNow()),
                notBefore = Timestamps.Write(time.GetUtcNow() + (pause < LongestPause ? pause : LongestPause)),
            });
        return tries >= MostTries;
    }

    /// <summary>Stands in the same transaction as the article itself, so that neither is there without the other.</summary>
    public static void MarkTaken(SqliteTransaction transaction, string address, string item, string version, string now) =>
        transaction.Connection!.Execute(
            "INSERT OR REPLACE INTO feed_items (feed, item, version, taken_at) VALUES (@address, @item, @version, @now)",
            new { address, item, version, now }, transaction);

    /// <summary>It could be read; of what it announced something is left, so that the validators stay those of before.</summary>
    public void NoteRead(string address) => database.Connection.Execute(
        """
        INSERT INTO feeds (address, read_at, failures) VALUES (@address, @now, 0)
        ON CONFLICT (address) DO UPDATE SET read_at = excluded.read_at, failures = 0, trouble = NULL
        """,
        new { address, now = Timestamps.Write(time.GetUtcNow()) });

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

/// <param name="Due">What is to be read, each with how often that was tried in vain.</param>
/// <param name="HasWaiting">Others could not be read, and are not due yet.</param>
sealed record FeedNews(IReadOnlyDictionary<string, int> Due, bool HasWaiting);

/// <summary>The validators of the last whole reading, and how often reading has failed since.</summary>
sealed record FeedPosition(string? EntityTag, string? LastModified, long Failures);
