using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ReliabilityEngine.Cli.Ingestion.Importing;

/// <summary>The SQLite files of NELA-GT, whose tables and columns changed from year to year.</summary>
static class NelaDatabase
{
    static readonly string[] Tables = ["newsdata", "articles"];

    static readonly MappedFields Fields = MappedFields.Parse("text=content,outlet=source,published=published_utc,byline=author");

    static readonly MappedFields OldFields = MappedFields.Parse("text=content,outlet=source,published=date,title=name,byline=author");

    /// <param name="limit">Bytes that a field of an article may have.</param>
    public static IEnumerable<Reading> Read(string path, int limit)
    {
        using var connection = Open(path);
        var table = TableOf(connection, path);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        using var rows = Guarded(path, command.ExecuteReader);
        var columns = Enumerable.Range(0, rows.FieldCount).ToDictionary(rows.GetName, index => index, StringComparer.OrdinalIgnoreCase);
        var fields = columns.ContainsKey("published_utc") ? Fields : OldFields;
        for (var row = 1; Guarded(path, rows.Read); row++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}, row {row}");
            yield return Guarded(path, () => Longest(rows) is var length && length > limit
                ? new BadInput(place, Bytes.TooLong(length, limit, "a field"))
                : fields.Read(place, column => columns.TryGetValue(column, out var index) && !rows.IsDBNull(index) ? Convert.ToString(rows.GetValue(index), CultureInfo.InvariantCulture) : null));
        }
    }

    /// <summary>The bytes of the longest text, asked without making a string of it: it may have a gigabyte.</summary>
    static int Longest(SqliteDataReader rows) => Enumerable.Range(0, rows.FieldCount)
        .Max(index => raw.sqlite3_column_type(rows.Handle, index) is raw.SQLITE_TEXT or raw.SQLITE_BLOB ? raw.sqlite3_column_bytes(rows.Handle, index) : 0);

    static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw new Refusal($"{path}: cannot be opened as an SQLite database: {error.Message}");
        }
    }

    static string TableOf(SqliteConnection connection, string path)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_schema WHERE type = 'table'";
        using var rows = Guarded(path, command.ExecuteReader);
        var present = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (Guarded(path, rows.Read))
            present.Add(rows.GetString(0));
        return Tables.FirstOrDefault(present.Contains) ?? throw new Refusal($"{path}: no table {string.Join(" or ", Tables)}, expected a database of NELA-GT");
    }

    /// <summary>It may be damaged anywhere, and says so only where it is read.</summary>
    static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException error)
        {
            throw new Refusal($"{path}: cannot be read as an SQLite database: {error.Message}");
        }
    }
}
