using Dapper;
using Microsoft.Data.Sqlite;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>What keeps a database in good health.</summary>
static class DatabaseCare
{
    /// <summary>A copy of one moment, whoever writes meanwhile; stands under its name when it is whole, checked, and not before.</summary>
    public static void Backup(Database database, string target)
    {
        var part = $"{target}.part";
        File.Delete(part);
        using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString()))
        {
            copy.Open();
            database.Connection.BackupDatabase(copy);
            if (copy.ExecuteScalar<string>("PRAGMA integrity_check") is var check && check != "ok")
                throw new Refusal($"{target}: the copy is damaged ({check})", ExitCode.Failure);
        }

        File.Move(part, target);
    }

    /// <summary>Gives the space of what was deleted back to the disk; how many bytes.</summary>
    public static long Vacuum(Database database)
    {
        var before = Size(database);
        database.Connection.Execute("VACUUM");
        database.Connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        database.Connection.Execute("PRAGMA optimize");
        return before - Size(database);
    }

    static long Size(Database database) =>
        database.Connection.ExecuteScalar<long>("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()");
}
