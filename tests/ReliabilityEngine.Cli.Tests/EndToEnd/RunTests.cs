using System.Diagnostics;
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

        await Until(() => Exists("done/good.jsonl") && Exists("done/mixed.jsonl") && Exists("bad/bad.jsonl"));
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
