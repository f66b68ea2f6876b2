using Dapper;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>Drops texts that have been kept long enough; titles, measurements, scores and what tells copies stay.</summary>
sealed class Retention(Database database, TimeProvider time)
{
    // A step is short, so that whoever writes beside it does not wait.
    const int Step = 200;

    /// <summary>Drops the texts that were stored so long ago, and those of their revisions.</summary>
    /// <returns>Of how many articles.</returns>
    public int DropTexts(TimeSpan keep, CancellationToken cancellation)
    {
        var before = Timestamps.Write(time.GetUtcNow() - keep);
        var dropped = 0;
        while (!cancellation.IsCancellationRequested && DropStep(before) is > 0 and var step)
            dropped += step;
        database.Connection.Execute("UPDATE revisions SET text = '' WHERE stored_at < @before AND text <> ''", new { before });
        return dropped;
    }

    int DropStep(string before)
    {
        var dropped = 0;
        database.InTransaction(transaction =>
        {
            var articles = database.Connection.Query<long>(
                "SELECT key FROM articles WHERE stored_at < @before AND text_dropped_at IS NULL LIMIT @Step", new { before, Step }, transaction).ToList();
            database.Connection.Execute(
                "UPDATE articles SET text = '', links = NULL, text_dropped_at = @now WHERE key IN @articles",
                new { articles, now = Timestamps.Write(time.GetUtcNow()) }, transaction);
            // Places in a text that is gone say nothing.
            database.Connection.Execute("DELETE FROM evidence WHERE article IN @articles", new { articles }, transaction);
            dropped = articles.Count;
        });
        return dropped;
    }
}
