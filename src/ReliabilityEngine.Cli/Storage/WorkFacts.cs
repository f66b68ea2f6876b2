using Dapper;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>How the work stands, to be read by people.</summary>
static class WorkFacts
{
    public static IEnumerable<DatabaseFact> Of(Database database, TimeProvider time)
    {
        var connection = database.Connection;
        yield return DatabaseFact.Count("waiting", connection.ExecuteScalar<long>("SELECT count(*) FROM queue"));
        if (connection.ExecuteScalar<string?>("SELECT min(arrived_at) FROM queue") is { } oldest)
            yield return new("oldest waiting since", oldest);
        yield return DatabaseFact.Count("in quarantine", connection.ExecuteScalar<long>("SELECT count(*) FROM quarantine"));
        yield return DatabaseFact.Count("scored in the last 24 hours", connection.ExecuteScalar<long>(
            "SELECT count(*) FROM scores WHERE scored_at >= @since", new { since = Timestamps.Write(time.GetUtcNow().AddDays(-1)) }));
        yield return DatabaseFact.Count("revised texts", connection.ExecuteScalar<long>("SELECT count(*) FROM revisions"));
        foreach (var (address, read, failures, trouble, unread) in connection.Query<(string, string, long, string?, long)>(
            "SELECT address, read_at, failures, trouble, (SELECT count(*) FROM feed_items WHERE feed = address AND tries > 0) FROM feeds ORDER BY address"))
            yield return new($"feed {address}", failures > 0 ? $"failed {failures} times, last {read}: {trouble}" : unread > 0 ? $"read {read}, but for {unread} of its items" : $"read {read}");
    }
}
