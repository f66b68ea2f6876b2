using System.Globalization;
using Dapper;

namespace ReliabilityEngine.Cli.Storage;

readonly record struct DatabaseFact(string Name, string Value);

/// <summary>What a database holds, to be read by people.</summary>
static class DatabaseFacts
{
    public static IEnumerable<DatabaseFact> Of(Database database)
    {
        yield return new("path", System.IO.Path.GetFullPath(database.Path));
        yield return new("schema", Migrations.All[^1].Name);
        yield return new("size", Invariant($"{Count("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()") / 1048576.0:0.0} MB"));
        yield return new("articles", Invariant($"{Count("SELECT count(*) FROM articles"):#,0}"));
        yield return new("outlets", Invariant($"{Count("SELECT count(DISTINCT outlet) FROM articles"):#,0}"));
        yield return new("scores", Invariant($"{Count("SELECT count(*) FROM scores"):#,0}"));
        yield return new("articles not judged", Invariant($"{Count("SELECT count(*) FROM latest_scores WHERE reliability IS NULL"):#,0}"));
        yield return new("labels", Invariant($"{Count("SELECT count(*) FROM labels"):#,0}"));
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
