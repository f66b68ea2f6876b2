using System.Globalization;
using Dapper;

namespace ReliabilityEngine.Cli.Storage;

/// <param name="Number">Of a count, for programs.</param>
readonly record struct DatabaseFact(string Name, string Value, long? Number = null)
{
    public static DatabaseFact Count(string name, long number) => new(name, number.ToString("#,0", CultureInfo.InvariantCulture), number);
}

/// <summary>What a database holds, to be read by people.</summary>
static class DatabaseFacts
{
    public static IEnumerable<DatabaseFact> Of(Database database)
    {
        yield return new("path", System.IO.Path.GetFullPath(database.Path));
        yield return new("schema", Migrations.All[^1].Name);
        yield return new("size", Invariant($"{Count("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()") / 1048576.0:0.0} MB"));
        yield return DatabaseFact.Count("articles", Count("SELECT count(*) FROM articles"));
        yield return DatabaseFact.Count("outlets", Count("SELECT count(DISTINCT outlet) FROM articles"));
        yield return DatabaseFact.Count("scores", Count("SELECT count(*) FROM scores"));
        yield return DatabaseFact.Count("articles not judged", Count("SELECT count(*) FROM latest_scores WHERE reliability IS NULL"));
        yield return DatabaseFact.Count("labels", Count("SELECT count(*) FROM labels"));
        foreach (var (target, version) in database.Connection.Query<(string, string)>(
            "SELECT target, version FROM models WHERE state = 'in-use' ORDER BY target"))
            yield return new($"model in use for {target}", version);
        foreach (var (command, started, ended) in database.Connection.Query<(string, string, string?)>(
            "SELECT command, started_at, ended_at FROM runs ORDER BY key DESC LIMIT 1"))
            yield return new("last run", $"{command}, {started}, {(ended is null ? "broken off or still running" : "ended")}");

        long Count(string sql) => database.Connection.ExecuteScalar<long>(sql);
    }

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
