using Dapper;
using Microsoft.Data.Sqlite;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Storage;

public sealed class DatabaseTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    string DatabasePath => _folder.File("test.db");

    [Fact]
    public void Opening_twice_takes_each_step_once()
    {
        Database.OpenOrCreate(DatabasePath).Dispose();
        using var database = Database.OpenOrCreate(DatabasePath);

        Assert.Equal(
            Migrations.All.Select(step => step.Name),
            database.Connection.Query<string>("SELECT name FROM migrations ORDER BY name"));
    }

    [Fact]
    public void Every_step_has_a_number_of_its_own()
    {
        Assert.NotEmpty(Migrations.All);
        Assert.All(Migrations.All, step => Assert.Matches("^m[0-9]{3}_[a-z_]+$", step.Name));
        Assert.Equal(Migrations.All.Count, Migrations.All.Select(step => step.Name[..4]).Distinct().Count());
    }

    [Fact]
    public void A_database_of_the_first_step_is_brought_up_to_date()
    {
        using (var connection = Raw())
        {
            connection.Execute("CREATE TABLE migrations (name TEXT PRIMARY KEY)");
            connection.Execute(Migrations.All[0].Sql);
            connection.Execute("INSERT INTO migrations VALUES (@Name)", new { Migrations.All[0].Name });
        }

        using var database = Database.OpenOrCreate(DatabasePath);

        Assert.Equal(0, database.Connection.ExecuteScalar<long>("SELECT count(*) FROM scores"));
    }

    /// <summary>Tests run as root, whom permissions do not stop: what is opened where they do is opened at once.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_database_that_may_not_be_written_is_read_as_it_stands(bool somebodyWrites)
    {
        var path = _folder.File("a 100% #1.db");
        using var writer = Database.OpenOrCreate(path);
        writer.Connection.Execute("INSERT INTO feeds VALUES ('https://feed.example/', NULL, NULL, '2025-03-04', 0, NULL)");
        if (!somebodyWrites)
            writer.Dispose();

        using var database = Database.AsItStands(path);

        Assert.Equal(1, database.Connection.ExecuteScalar<long>("SELECT count(*) FROM feeds"));
        var refused = Assert.Throws<SqliteException>(() => database.Connection.Execute("DELETE FROM feeds"));
        Assert.Contains("read-only", StorageTrouble.Explain(refused), StringComparison.Ordinal);
        Assert.Equal(somebodyWrites ? 3 : 1, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void A_database_of_a_newer_version_is_refused()
    {
        using (var database = Database.OpenOrCreate(DatabasePath))
            database.Connection.Execute("INSERT INTO migrations VALUES ('m999_future')");

        var refusal = Assert.Throws<Refusal>(() => Database.OpenOrCreate(DatabasePath));

        Assert.Equal(ExitCode.Failure, refusal.ExitCode);
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_alone()
    {
        using (var connection = Raw())
            connection.Execute("CREATE TABLE recipes (name TEXT)");

        Assert.Contains("another program", Assert.Throws<Refusal>(() => Database.OpenOrCreate(DatabasePath)).Message, StringComparison.Ordinal);
        using var after = Raw();
        Assert.Equal(["recipes"], after.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table'"));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        _folder.Write("test.db", new string('x', 5000));

        var refusal = Assert.Throws<Refusal>(() => Database.OpenOrCreate(DatabasePath));

        Assert.Contains("not a database", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_database_is_refused_where_it_is_only_read() =>
        Assert.Contains("no such database", Assert.Throws<Refusal>(() => Database.OpenExisting(DatabasePath)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_full_disk_is_said_and_leaves_nothing_half_stored()
    {
        using var database = Database.OpenOrCreate(DatabasePath);
        var archive = new Archive(database, OutletNames.Default, TimeProvider.System);
        var pages = database.Connection.ExecuteScalar<long>("PRAGMA page_count");
        database.Connection.Execute($"PRAGMA max_page_count = {pages}");
        var (analysis, vector) = Some.Measured(Some.Article(text: string.Concat(Enumerable.Repeat(Some.Text, 200))));

        var error = Assert.Throws<SqliteException>(() => archive.Store(analysis, vector, Some.Score(), new Dictionary<string, string>()));

        Assert.Contains("disk is full", StorageTrouble.Explain(error), StringComparison.Ordinal);
        Assert.Equal(0, database.Connection.ExecuteScalar<long>("SELECT count(*) FROM articles"));
    }

    public void Dispose() => _folder.Dispose();

    SqliteConnection Raw()
    {
        var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=false");
        connection.Open();
        return connection;
    }
}
