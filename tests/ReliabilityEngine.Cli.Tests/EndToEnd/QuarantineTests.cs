using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

public sealed class QuarantineTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly CliRunner _run;

    public QuarantineTests()
    {
        _run = new(_folder);
        using var database = Database.OpenOrCreate(_run.DatabasePath);
        using var queue = ArticleQueue.Open(_run.DatabasePath, new() { Capacity = 9, Tries = 1, LeaseSeconds = 60 }, TimeProvider.System);
        queue.TryAdd([new("http", Some.Article("poison")), new("http", Some.Article("other"))]);
        foreach (var article in queue.Take(9))
            queue.Fail(article, "the program failed on it: \u001b[31m\u202ered");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_set_aside_is_listed_shown_retried_and_dropped()
    {
        var list = _run.Run("quarantine", "list", "--db", _run.DatabasePath);
        Assert.Contains("poison", list.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', list.Out);
        Assert.DoesNotContain('\u202e', list.Out);

        var show = _run.Run("quarantine", "show", "1", "--db", _run.DatabasePath);
        Assert.Contains("\"id\":\"poison\"", show.Out, StringComparison.Ordinal);

        Assert.Equal(0, _run.Run("quarantine", "retry", "1", "--db", _run.DatabasePath).ExitCode);
        Assert.Equal(1, _run.Run("quarantine", "retry", "1", "--db", _run.DatabasePath).ExitCode);
        Assert.Equal("1 article dropped\n", _run.Run("quarantine", "drop", "--all", "--db", _run.DatabasePath).Out);
        using var database = Database.OpenExisting(_run.DatabasePath);
        Assert.Equal(0, new QuarantineStore(database).Count());
    }
}
