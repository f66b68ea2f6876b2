using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>The places in an article that its measurements and scores point at, by feature or n-gram.</summary>
sealed class EvidenceStore(Database database)
{
    readonly Dictionary<string, long> _names = new(StringComparer.Ordinal);

    /// <summary>Puts an article's evidence in the place of what was there.</summary>
    public void Replace(long article, IReadOnlyDictionary<string, ImmutableArray<TextSpan>> evidence, SqliteTransaction transaction)
    {
        database.Connection.Execute("DELETE FROM evidence WHERE article = @article", new { article }, transaction);
        Add(article, evidence, transaction);
    }

    /// <summary>Adds evidence to what is there.</summary>
    public void Add(long article, IReadOnlyDictionary<string, ImmutableArray<TextSpan>> evidence, SqliteTransaction transaction)
    {
        var rows = evidence.SelectMany(pair => pair.Value.Select(span => new[] { NameKey(pair.Key, transaction), span.Start, span.End }));
        database.Connection.Execute(
            """
            INSERT OR IGNORE INTO evidence (article, name, start, "end")
            SELECT @article, value ->> 0, value ->> 1, value ->> 2 FROM json_each(@rows)
            """,
            new { article, rows = JsonSerializer.Serialize(rows) }, transaction);
    }

    public ILookup<string, TextSpan> Find(long article) =>
        database.Connection.Query<(string Name, int Start, int End)>(
            """
            SELECT n.name, e.start, e."end" FROM evidence e JOIN evidence_names n ON n.key = e.name
            WHERE e.article = @article ORDER BY e.start, e."end"
            """,
            new { article }).ToLookup(row => row.Name, row => new TextSpan(row.Start, row.End));

    /// <summary>Names come back with every article, so each is asked for once.</summary>
    public long NameKey(string name, SqliteTransaction transaction)
    {
        if (_names.TryGetValue(name, out var key))
            return key;
        key = database.Connection.ExecuteScalar<long>(
            "INSERT INTO evidence_names (name) VALUES (@name) ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING key",
            new { name }, transaction);
        return _names[name] = key;
    }

    /// <summary>After a transaction that was undone the keys are no longer true.</summary>
    public void ForgetNames() => _names.Clear();
}
