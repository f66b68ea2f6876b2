using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

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
        return Explained(path, () => Open(path, SqliteOpenMode.ReadWriteCreate));
    }

    public static Database OpenExisting(string path) => Explained(path, () => Open(Existing(path), SqliteOpenMode.ReadWrite));

    /// <summary>As it stands where we may not write to it.</summary>
    public static Database OpenToRead(string path) => Explained(path, () =>
    {
        try
        {
            return Open(Existing(path), SqliteOpenMode.ReadWrite);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is SQLITE_READONLY or SQLITE_CANTOPEN)
        {
            return AsItStands(path);
        }
    });

    /// <summary>Without the files that SQLite would make beside it; a writer who is at it has made them.</summary>
    public static Database AsItStands(string path)
    {
        var uri = new Uri(System.IO.Path.GetFullPath(path)).AbsoluteUri;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = File.Exists($"{path}-wal") ? path : $"{uri}?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,
            DefaultTimeout = BusySeconds,
            Pooling = false,
        }.ToString());
        return Prepared(connection, path, () => Migrations.Apply(connection, path));
    }

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
        return Prepared(connection, path, () =>
        {
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {BusySeconds * 1000}"));
            connection.Execute("PRAGMA journal_mode = WAL");
            connection.Execute("PRAGMA synchronous = NORMAL");
            Migrations.Apply(connection, path);
        });
    }

    static Database Prepared(SqliteConnection connection, string path, Action prepare)
    {
        try
        {
            connection.Open();
            prepare();
            return new(connection, path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    static Database Explained(string path, Func<Database> open)
    {
        try
        {
            return open();
        }
        catch (SqliteException error)
        {
            throw new Refusal($"{path}: {StorageTrouble.Explain(error)}", ExitCode.Failure);
        }
    }

    static string Existing(string path) => File.Exists(path)
        ? path
        : throw new Refusal($"{path}: no such database; `reliability score` and `reliability init` make one", ExitCode.Failure);

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
