using Dapper;
using Microsoft.Data.Sqlite;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>How far each file of an inbox was taken into the queue, so that a file of several articles goes on where a process ended.</summary>
sealed class InboxStore(Database database, TimeProvider time)
{
    static readonly TimeSpan Keeping = TimeSpan.FromDays(7);

    public FileProgress? Find(string path) =>
        database.Connection.QuerySingleOrDefault<FileProgress>("SELECT version, taken, moved_at FROM inbox_files WHERE path = @path", new { path });

    /// <summary>
    /// Stands in the same transaction as the articles themselves. False where the file has gone on since it was looked at: another worker
    /// takes it, and none of these articles may be taken from here.
    /// </summary>
    /// <param name="seen">What was found before; null for nothing.</param>
    public static bool Advance(SqliteTransaction transaction, string path, FileProgress? seen, FileProgress next) =>
        transaction.Connection!.Execute(
            seen is null
                ? "INSERT INTO inbox_files (path, version, taken) VALUES (@path, @Version, @Taken) ON CONFLICT (path) DO NOTHING"
                : """
                  UPDATE inbox_files SET version = @Version, taken = @Taken, moved_at = NULL
                  WHERE path = @path AND version = @seenVersion AND taken = @seenTaken AND moved_at IS @seenMovedAt
                  """,
            new { path, next.Version, next.Taken, seenVersion = seen?.Version, seenTaken = seen?.Taken, seenMovedAt = seen?.MovedAt }, transaction) == 1;

    /// <summary>It is out of the way: a file that comes by this name is another delivery.</summary>
    public void NoteMoved(string path)
    {
        var now = time.GetUtcNow();
        database.Connection.Execute(
            "UPDATE inbox_files SET moved_at = @now WHERE path = @path; DELETE FROM inbox_files WHERE moved_at < @forgotten",
            new { path, now = Timestamps.Write(now), forgotten = Timestamps.Write(now - Keeping) });
    }
}

/// <param name="Version">Tells a file from another one of its name.</param>
/// <param name="Taken">How many of its readings are through, good and bad.</param>
/// <param name="MovedAt">When it was put away; null while it is not.</param>
sealed record FileProgress(string Version, long Taken, string? MovedAt)
{
    /// <summary>How many readings of a file that stands there now are through already.</summary>
    public long TakenOf(string version) => MovedAt is null && Version == version ? Taken : 0;
}
