using Dapper;
using Microsoft.Data.Sqlite;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>What people said an article should score, one value a target and labeller.</summary>
sealed class LabelStore(Database database)
{
    /// <summary>The labeller of what came along with the articles.</summary>
    public const string FromFile = "file";

    public void Store(long article, string labeller, IReadOnlyDictionary<string, string> labels, DateTimeOffset now, SqliteTransaction transaction) =>
        database.Connection.Execute(
            """
            INSERT OR REPLACE INTO labels (article, target, labeller, value, labelled_at)
            VALUES (@article, @target, @labeller, @value, @now)
            """,
            labels.Select(label => new { article, target = label.Key, labeller, value = label.Value, now = Timestamps.Write(now) }),
            transaction);
}
