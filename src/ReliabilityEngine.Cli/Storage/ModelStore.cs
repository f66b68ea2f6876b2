using Dapper;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>Trained models with their cards; one a target is in use.</summary>
sealed class ModelStore(Database database, TimeProvider time)
{
    public void AddCandidate(string version, string target, byte[] bytes, string card) =>
        database.Connection.Execute(
            """
            INSERT INTO models (version, target, state, bytes, card, stored_at) VALUES (@version, @target, 'candidate', @bytes, @card, @now)
            ON CONFLICT (version) DO NOTHING
            """,
            new { version, target, bytes, card, now = Timestamps.Write(time.GetUtcNow()) });

    /// <summary>Puts a model in use, and retires the one that was.</summary>
    public void Promote(string version) => database.InTransaction(transaction =>
    {
        database.Connection.Execute(
            """
            UPDATE models SET state = 'retired'
            WHERE state = 'in-use' AND version <> @version AND target = (SELECT target FROM models WHERE version = @version)
            """,
            new { version }, transaction);
        database.Connection.Execute("UPDATE models SET state = 'in-use' WHERE version = @version", new { version }, transaction);
    });

    /// <summary>The model in use for a target; null where only the shipped one is.</summary>
    public StoredModel? InUse(string target) =>
        database.Connection.QuerySingleOrDefault<StoredModel>(
            "SELECT version AS Version, target AS Target, bytes AS Bytes FROM models WHERE target = @target AND state = 'in-use'", new { target });
}

sealed record StoredModel(string Version, string Target, byte[] Bytes);
