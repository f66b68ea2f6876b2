using Dapper;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

public sealed class CareTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;

    public CareTests()
    {
        _cli = new(_folder);
        using var database = Database.OpenOrCreate(_cli.DatabasePath);
        using var queue = ArticleQueue.Open(_cli.DatabasePath, new() { Capacity = 9, Tries = 1, LeaseSeconds = 60 }, TimeProvider.System);
        queue.TryAdd([new("http", Some.Article())]);
        var feeds = new FeedStore(database, TimeProvider.System);
        feeds.NoteFailure("https://feed.example/", "the site answered 503");
        feeds.NoteRead("https://other.example/");
        feeds.NoteBad("https://other.example/", "1", "v1", 1, "the site answered 404", TimeSpan.Zero);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_state_of_the_work_is_told()
    {
        var status = _cli.Run("status", "--format", "csv").Out;
        Assert.Contains("waiting,1\r\n", status, StringComparison.Ordinal);
        Assert.Contains("in quarantine,0\r\n", status, StringComparison.Ordinal);
        Assert.Contains("answered 503", status, StringComparison.Ordinal);
        Assert.Contains("but for 1 of its items", status, StringComparison.Ordinal);
        Assert.Contains("""{"fact":"waiting","value":1}""", _cli.Run("status", "--format", "jsonl").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_quarantine_is_said_to_be_empty() => Assert.Equal("the quarantine is empty\n", _cli.Run("quarantine", "list").Error);

    [Fact]
    public void An_empty_list_of_labels_says_how_to_label() => Assert.Contains("reliability label add", _cli.Run("label", "list").Error, StringComparison.Ordinal);

    [Fact]
    public void What_is_no_file_of_labels_is_refused_once()
    {
        var page = _folder.Write("notes.md", "# Notes\n\nquay-closes is a 70\n");

        var result = _cli.Run("label", "import", page);

        Assert.Equal((ExitCode.BadInput, $"reliability: {page}: unknown kind of file, expected .csv or .jsonl (or one of them with .gz)\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void A_copy_is_made_while_somebody_writes_and_never_over_another()
    {
        using var writer = Database.OpenExisting(_cli.DatabasePath);
        using var transaction = writer.Connection.BeginTransaction(deferred: false);
        writer.Connection.Execute("DELETE FROM queue", transaction: transaction);

        var copy = _folder.File("copy.db");
        Assert.Equal("", _cli.Run("db", "backup", copy).Error);
        Assert.Equal(1, _cli.Run("db", "backup", copy).ExitCode);
        using var copied = Database.OpenExisting(copy);
        Assert.Equal(1, copied.Connection.ExecuteScalar<int>("SELECT count(*) FROM queue"));
    }

    [Fact]
    public void Space_is_given_back() => Assert.Contains("MB given back", _cli.Run("db", "vacuum").Out, StringComparison.Ordinal);

    [Fact]
    public void The_configuration_is_shown_without_its_secrets()
    {
        var shown = Configured("config", "show", "--format", "csv");
        Assert.Contains("Http:Token,(hidden)\r\n", shown.Out, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("a-token-of-some-length", shown.Out, StringComparison.Ordinal);
        Assert.Contains("Queue:Capacity,10000\r\n", shown.Out, StringComparison.Ordinal);
        Assert.Contains("in order", Configured("config", "check").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_named_at_once()
    {
        _folder.Write(Path.Combine("reliability", "appsettings.json"), """{"Queue": {"Capacity": 0}, "Http": {"Listen": "0.0.0.0:80"}, "Feeds": [{"Address": "ftp://x"}]}""");
        var checkedConfiguration = _cli.Run("config", "check");
        Assert.Equal(1, checkedConfiguration.ExitCode);
        Assert.All((string[])["Queue:Capacity", "Http:Token", "Feeds:0:Address"], name => Assert.Contains(name, checkedConfiguration.Error, StringComparison.Ordinal));
    }

    CliResult Configured(params string[] arguments)
    {
        _folder.Write(Path.Combine("reliability", "appsettings.json"), """{"Http": {"Token": "a-token-of-some-length"}}""");
        return _cli.Run(arguments);
    }
}
