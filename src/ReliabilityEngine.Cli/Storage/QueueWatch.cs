using Dapper;
using Microsoft.Data.Sqlite;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>
/// How the queue stands, for those who look from outside: on a connection of its own, so that nobody waits here for those who wait to write.
/// Safe for several threads.
/// </summary>
sealed class QueueWatch : IDisposable
{
    /// <summary>Who asks whether the program is ready gives up soon.</summary>
    const int MostSeconds = 1;

    readonly Database _database;
    readonly Lock _lock = new();

    public QueueWatch(string path)
    {
        _database = Database.OpenExisting(path);
        _database.Connection.DefaultTimeout = MostSeconds;
        _database.Connection.Execute("PRAGMA busy_timeout = 0");
    }

    public int Depth()
    {
        lock (_lock)
            return _database.Connection.ExecuteScalar<int>("SELECT count(*) FROM queue");
    }

    /// <summary>How many are in the quarantine.</summary>
    public int SetAside()
    {
        lock (_lock)
            return _database.Connection.ExecuteScalar<int>("SELECT count(*) FROM quarantine");
    }

    /// <summary>Why nothing can be taken in now, or null: tries to write, and undoes it.</summary>
    public string? Trouble()
    {
        try
        {
            lock (_lock)
            {
                using var transaction = _database.Connection.BeginTransaction(deferred: false);
                _database.Connection.Execute("INSERT INTO queue (source, identity, article, arrived_at) VALUES ('', '', '', '')", transaction: transaction);
                transaction.Rollback();
            }

            return null;
        }
        catch (SqliteException error)
        {
            return StorageTrouble.Explain(error);
        }
    }

    public void Dispose() => _database.Dispose();
}
