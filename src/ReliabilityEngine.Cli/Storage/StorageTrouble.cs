using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>SQLite's errors that come from the world and not from the program, in words.</summary>
static class StorageTrouble
{
    public static string Explain(SqliteException error) => error.SqliteErrorCode switch
    {
        SQLITE_READONLY => "the database is read-only; check the permissions of the file and of its folder",
        SQLITE_FULL => "the disk is full; nothing of the article at hand was stored",
        SQLITE_CANTOPEN => "the database cannot be opened; check the path and its permissions",
        SQLITE_NOTADB => "not a database; expected one of this program",
        SQLITE_CORRUPT => "the database is damaged; restore it from a backup",
        SQLITE_BUSY or SQLITE_LOCKED => "another process keeps the database locked",
        SQLITE_IOERR => $"the disk failed while the database was used ({error.SqliteExtendedErrorCode})",
        SQLITE_PERM or SQLITE_AUTH => "no permission to use the database",
        _ => $"the database failed: {error.Message}",
    };
}
