using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>What models said of articles whose outlets they never saw.</summary>
sealed class ModelTrialStore(Database database)
{
    public ModelTrial Find(string model)
    {
        var scores = database.Connection.Query<(string Article, string Outlet, double Score, double? Label)>(
            "SELECT article, outlet, score, label FROM model_scores WHERE model = @model ORDER BY article", new { model });
        return new(model, [.. scores.Select(row => new TrialScore(row.Article, row.Outlet, row.Score, row.Label))]);
    }

    /// <summary>A score that is there stays; a label that was missing comes to it.</summary>
    public void Add(string model, IEnumerable<TrialScore> scores, SqliteTransaction transaction) =>
        database.Connection.Execute(
            """
            INSERT INTO model_scores (model, article, outlet, score, label)
            SELECT @model, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(@rows) WHERE true
            ON CONFLICT (model, article) DO UPDATE SET label = coalesce(label, excluded.label)
            """,
            new { model, rows = JsonSerializer.Serialize(scores.Select(score => new object?[] { score.Article, score.Outlet, score.Score, score.Label })) }, transaction);
}
