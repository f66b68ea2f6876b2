using System.Collections.Immutable;
using Dapper;
using Microsoft.Data.Sqlite;
using ReliabilityEngine.Features;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>A column for every feature, made and extended from <see cref="FeatureSet.All"/>.</summary>
sealed class MeasurementTable(Database database)
{
    static readonly string Columns = string.Join(", ", FeatureSet.All.Select(feature => $"\"{feature.Name}\""));

    static readonly string Insert =
        $"""
        INSERT OR REPLACE INTO measurements (article, extractor, {Columns})
        VALUES (@article, @extractor, {string.Join(", ", FeatureSet.All.Select((_, index) => $"@f{index}"))})
        """;

    static readonly string Select = $"SELECT {Columns} FROM measurements WHERE article = @article AND extractor = @extractor";

    public void Store(long article, string extractor, FeatureVector vector, SqliteTransaction transaction)
    {
        using var command = database.Connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Insert;
        command.Parameters.AddWithValue("@article", article);
        command.Parameters.AddWithValue("@extractor", extractor);
        for (var i = 0; i < FeatureSet.All.Length; i++)
            command.Parameters.AddWithValue($"@f{i}", vector[i]);
        command.ExecuteNonQuery();
    }

    /// <summary>Null where the article was not measured by this extractor.</summary>
    public FeatureVector? Find(long article, string extractor)
    {
        using var reader = database.Connection.ExecuteReader(Select, new { article, extractor });
        if (!reader.Read())
            return null;
        var values = ImmutableArray.CreateBuilder<double>(FeatureSet.All.Length);
        for (var i = 0; i < FeatureSet.All.Length; i++)
            values.Add(reader.GetDouble(i));
        return new(values.MoveToImmutable());
    }

    public static bool HasAllColumns(SqliteConnection connection) => Missing(connection).Count == 0;

    public static void AddColumns(SqliteConnection connection, SqliteTransaction transaction)
    {
        foreach (var name in Missing(connection))
            connection.Execute($"ALTER TABLE measurements ADD COLUMN \"{name}\" REAL", transaction: transaction);
    }

    static List<string> Missing(SqliteConnection connection)
    {
        var present = connection.Query<string>("SELECT name FROM pragma_table_info('measurements')").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. FeatureSet.All.Select(feature => feature.Name).Where(name => !present.Contains(name))];
    }
}
