using Dapper;
using Microsoft.Data.Sqlite;

namespace ReliabilityEngine.Soak;

/// <summary>What stands in the database, as SQLite itself tells it: none of the program's code is asked.</summary>
static class Witness
{
    public static string Integrity(string database)
    {
        using var connection = Open(database);
        return connection.ExecuteScalar<string>("PRAGMA integrity_check")!;
    }

    /// <summary>All that is wrong; nothing where every article is stored once, with its last text.</summary>
    /// <param name="hasOwnText">Whether an article's text is stored as it was handed in, and not found in a page.</param>
    /// <param name="former">The texts that were corrected.</param>
    public static IReadOnlyList<string> Complaints(
        string database, IReadOnlyDictionary<int, SoakArticle> expected, Func<int, bool> hasOwnText, IReadOnlyCollection<SoakArticle> former)
    {
        using var connection = Open(database);
        var stored = connection.Query<(string Title, string Text)>("SELECT title, text FROM articles")
            .ToLookup(row => SoakArticle.NumberOf(row.Title), row => row.Text);
        var lost = expected.Keys.Where(number => !stored[number].Any()).ToList();
        var several = stored.Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        var changed = expected.Values.Where(article => hasOwnText(article.Number) && stored[article.Number].Any(text => text != article.Text)).Select(article => article.Number).ToList();
        var revisions = connection.Query<(string Title, string Text)>("SELECT a.title, r.text FROM revisions r JOIN articles a ON a.key = r.article")
            .ToLookup(row => SoakArticle.NumberOf(row.Title), row => row.Text);
        var unkept = former.Where(article => !revisions[article.Number].SequenceEqual([article.Text])).Select(article => article.Number).ToList();
        return
        [
            .. Named("lost", lost), .. Named("stored more than once", several), .. Named("stored with another text", changed),
            .. Named("stored and never sent", [.. stored.Select(group => group.Key).Where(number => !expected.ContainsKey(number))]),
            .. Counted(connection, "SELECT count(*) FROM queue", 0, "waiting in the queue"),
            .. connection.Query<string>("SELECT 'in quarantine: ' || reason FROM quarantine LIMIT 10"),
            .. Named("without their former text, or with another", unkept),
            .. Counted(connection, "SELECT count(*) FROM revisions", former.Count, "former texts of articles"),
            .. Counted(connection, "SELECT count(*) FROM sketches", expected.Count, "articles that copies are looked for of"),
            .. Counted(connection, "SELECT count(*) FROM measurements", expected.Count, "measured articles"),
            .. Counted(connection, "SELECT count(*) FROM articles WHERE key NOT IN (SELECT article FROM latest_scores)", 0, "articles without a score"),
            .. Counted(connection, "SELECT count(*) FROM scores s JOIN articles a ON a.key = s.article WHERE s.content_hash = a.content_hash", expected.Count, "scores of the last text"),
            .. Counted(connection, "SELECT count(*) FROM pragma_foreign_key_check", 0, "references to what is not there"),
        ];
    }

    static IEnumerable<string> Named(string what, List<int> numbers)
    {
        if (numbers.Count > 0)
            yield return $"{numbers.Count} {what}: {string.Join(", ", numbers.Take(10))}";
    }

    static IEnumerable<string> Counted(SqliteConnection connection, string query, int expected, string what)
    {
        if (connection.ExecuteScalar<int>(query) is var count && count != expected)
            yield return $"{count} {what}, expected {expected}";
    }

    static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false, DefaultTimeout = 60 }.ToString());
        connection.Open();
        connection.Execute("PRAGMA busy_timeout = 60000");
        return connection;
    }
}
