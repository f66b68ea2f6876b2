using System.Diagnostics;
using Dapper;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

[Collection(TrainedModels.Name)]
public sealed class RunTests : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;

    public RunTests(TrainedDatabase trained)
    {
        _cli = new(_folder);
        trained.CopyTo(_cli.DatabasePath);
    }

    [Fact]
    public async Task What_arrives_is_scored_and_moved_and_SIGTERM_ends_the_worker_cleanly()
    {
        if (OperatingSystem.IsWindows())
            return;
        Write("good.jsonl", """{"id": "good", "outlet": "The Harbour Post", "text": "The board met."}""");
        Write("mixed.jsonl", """{"id": "half", "text": "The board met again."}""" + "\nnonsense");
        Write("bad.jsonl", "nonsense");
        Write("arriving.txt.part", "not complete yet");
        using var process = _cli.Start("run", "--inbox", "inbox");
        var log = process.StandardError.ReadToEndAsync();

        await Until(() => Exists("done/good.jsonl") && Exists("done/mixed.jsonl") && Exists("bad/bad.jsonl") && IsThrough());
        Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExit();

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.Equal(ExitCode.Done, process.ExitCode);
        Assert.True(Exists("arriving.txt.part"));
        Assert.Contains("mixed.jsonl:2: not JSON", Read("bad/mixed.jsonl.reason"), StringComparison.Ordinal);
        Assert.Contains("bad.jsonl:1: not JSON", Read("bad/bad.jsonl.reason"), StringComparison.Ordinal);
        Assert.Single((await log).Split('\n'), line => line.Contains("scored The Harbour Post/good", StringComparison.Ordinal));
        Assert.Contains("articles,2", _cli.Run("db", "info", "--format", "csv").Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_of_a_file_that_cannot_be_scored_is_quarantined_and_the_others_go_on()
    {
        if (OperatingSystem.IsWindows())
            return;
        var large = string.Concat(Enumerable.Repeat("The board met. ", 20_000));
        Write("three.jsonl", $$"""
            {"id": "first", "outlet": "The Harbour Post", "text": "The board met."}
            {"id": "large", "outlet": "The Harbour Post", "text": "{{large}}"}
            {"id": "third", "outlet": "The Harbour Post", "text": "It met again."}
            """);
        Write("page.html", $"<html><body><article><p>{large}</p></article></body></html>");
        Write("after.txt", "The board met a third time.");
        using var process = _cli.Start(
            new Dictionary<string, string> { ["RELIABILITY_QUEUE__MEGABYTESPERARTICLE"] = "32", ["RELIABILITY_QUEUE__TRIES"] = "2", ["RELIABILITY_QUEUE__FIRSTPAUSESECONDS"] = "0" },
            "run", "--inbox", "inbox");
        var log = process.StandardError.ReadToEndAsync();

        await Until(() => Exists("done/three.jsonl") && Exists("done/page.html") && Exists("done/after.txt") && IsThrough());
        Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExit();

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)), await log);
        Assert.Contains("articles,3", _cli.Run("db", "info", "--format", "csv").Out, StringComparison.Ordinal);
        var quarantine = _cli.Run("quarantine", "list", "--format", "csv").Out;
        Assert.Equal(2, quarantine.Split("of memory, expected at most 32").Length - 1);
        Assert.Contains("three.jsonl:2", quarantine, StringComparison.Ordinal);
        Assert.Contains("page.html", quarantine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_fails_ends_the_worker_with_code_2()
    {
        using var process = _cli.Start("run", "--inbox", "inbox", "--db", _folder.Path);

        Assert.True(process.WaitForExit(Patience));
        Assert.Equal(ExitCode.Failure, process.ExitCode);
        Assert.DoesNotContain("   at ", await process.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    void Write(string name, string content) => _folder.Write(Path.Combine("inbox", name), content);

    bool Exists(string name) => File.Exists(_folder.File(Path.Combine("inbox", name)));

    string Read(string name) => File.ReadAllText(_folder.File(Path.Combine("inbox", name)));

    bool IsThrough()
    {
        using var database = Database.OpenExisting(_cli.DatabasePath);
        return database.Connection.ExecuteScalar<int>("SELECT count(*) FROM queue") == 0;
    }

    static async Task Until(Func<bool> condition)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, "waited too long");
            await Task.Delay(100);
        }
    }
}
