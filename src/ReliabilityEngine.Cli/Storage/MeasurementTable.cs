using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Features;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>A column for every feature, made and extended from <see cref="FeatureSet.All"/>.</summary>
sealed class MeasurementTable(Database database)
{
    static readonly string Columns = string.Join(", ", FeatureSet.All.Select(feature => $"\"{feature.Name}\""));

    static readonly string Insert =
        $"""
        INSERT OR REPLACE INTO measurements (article, extractor, furniture, rests_on_one_unnamed, {Columns})
        VALUES (@article, @extractor, @furniture, @thin, {string.Join(", ", FeatureSet.All.Select((_, index) => $"@f{index}"))})
        """;

    static readonly string Select = $"SELECT furniture, rests_on_one_unnamed, {Columns} FROM measurements WHERE article = @article AND extractor = @extractor";

    public void Store(long article, Measurements measurements, SqliteTransaction transaction)
    {
        using var command = database.Connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Insert;
        command.Parameters.AddWithValue("@article", article);
        command.Parameters.AddWithValue("@extractor", measurements.Extractor);
        command.Parameters.AddWithValue("@furniture", measurements.Furniture is { } furniture ? Write(furniture) : DBNull.Value);
        command.Parameters.AddWithValue("@thin", measurements.RestsOnOneUnnamedSource);
        for (var i = 0; i < FeatureSet.All.Length; i++)
            command.Parameters.AddWithValue($"@f{i}", measurements.Features[i]);
        command.ExecuteNonQuery();
    }

    /// <summary>Null where the article was not measured by this extractor.</summary>
    public Measurements? Find(long article, string extractor)
    {
        using var reader = database.Connection.ExecuteReader(Select, new { article, extractor });
        // Rows that an older program stored lack what was not asked of it.
        if (!reader.Read() || Enumerable.Range(1, reader.FieldCount - 1).Any(reader.IsDBNull))
            return null;
        var values = ImmutableArray.CreateBuilder<double>(FeatureSet.All.Length);
        for (var i = 0; i < FeatureSet.All.Length; i++)
            values.Add(reader.GetDouble(i + 2));
        return new(extractor, new(values.MoveToImmutable()), reader.IsDBNull(0) ? null : Read(reader.GetString(0)), reader.GetBoolean(1));
    }

    public static bool HasAllColumns(SqliteConnection connection) => Missing(connection).Count == 0;

    public static void AddColumns(SqliteConnection connection, SqliteTransaction transaction)
    {
        foreach (var name in Missing(connection))
            connection.Execute($"ALTER TABLE measurements ADD COLUMN \"{name}\" REAL", transaction: transaction);
    }

    static string Write(ImmutableArray<Furniture> furniture) =>
        JsonSerializer.Serialize(furniture.Select(item => new[] { item.Span.Start, item.Span.End, (int)item.Kind }));

    static ImmutableArray<Furniture> Read(string json) =>
        [.. JsonSerializer.Deserialize<int[][]>(json)!.Select(item => new Furniture(new(item[0], item[1]), (FurnitureKind)item[2]))];

    static List<string> Missing(SqliteConnection connection)
    {
        var present = connection.Query<string>("SELECT name FROM pragma_table_info('measurements')").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. FeatureSet.All.Select(feature => feature.Name).Where(name => !present.Contains(name))];
    }
}

/// <summary>What an extractor measured in an article.</summary>
/// <param name="Furniture">What of the text is not the article's own prose; null where an older program did not keep it.</param>
/// <param name="RestsOnOneUnnamedSource">Its lead claim does.</param>
sealed record Measurements(string Extractor, FeatureVector Features, ImmutableArray<Furniture>? Furniture, bool RestsOnOneUnnamedSource);
