using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>An open database, brought to the newest schema; one connection, for one thread at a time.</summary>
sealed class Database : IDisposable
{
    const int BusySeconds = 30;

    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    Database(SqliteConnection connection, string path) => (Connection, Path) = (connection, path);

    public SqliteConnection Connection { get; }

    public string Path { get; }

    /// <summary>Opens a database; makes it first where there is none.</summary>
    public static Database OpenOrCreate(string path)
    {
        CreateFolder(path);
        return Open(path, SqliteOpenMode.ReadWriteCreate);
    }

    public static Database OpenExisting(string path) => File.Exists(path)
        ? Open(path, SqliteOpenMode.ReadWrite)
        : throw new Refusal($"{path}: no such database; `reliability score` and `reliability init` make one", ExitCode.Failure);

    /// <summary>Does all of something or nothing.</summary>
    public void InTransaction(Action<SqliteTransaction> action)
    {
        using var transaction = Connection.BeginTransaction(deferred: false);
        action(transaction);
        transaction.Commit();
    }

    public void Dispose() => Connection.Dispose();

    static Database Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {BusySeconds * 1000}"));
            connection.Execute("PRAGMA journal_mode = WAL");
            connection.Execute("PRAGMA synchronous = NORMAL");
            Migrations.Apply(connection, path);
            return new(connection, path);
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw new Refusal($"{path}: {StorageTrouble.Explain(error)}", ExitCode.Failure);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    static void CreateFolder(string path)
    {
        try
        {
            // The root of a disk is in no folder; SQLite then says what is wrong with it.
            if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new Refusal($"{path}: its folder cannot be made: {error.Message}", ExitCode.Failure);
        }
    }
}
