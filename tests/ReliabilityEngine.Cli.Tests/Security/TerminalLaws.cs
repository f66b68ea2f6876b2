using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Security;

/// <summary>Nothing that a stranger wrote steers a terminal, by whichever command it is shown.</summary>
[Collection(TrainedModels.Name)]
public sealed class TerminalLaws : IDisposable
{
    /// <summary>Red, a window's title, text from right to left, the eight-bit form of an escape, a bell and a step back.</summary>
    const string Steering = "\u001b[31m\u001b]0;owned\u0007\u202eevil\u2066\u009b2J\b\r";

    /// <summary>JSON and CSV are left out: they are read by programs, which are given what was written.</summary>
    static readonly string[][] Commands =
    [
        ["score", "in.jsonl"], ["score", "in.jsonl", "--force"], ["explain", "in.jsonl"], ["explain", "harbour"], ["report", "articles"],
        ["report", "outlets"], ["report", "article", "harbour"], ["report", "clusters"], ["quarantine", "list"], ["status"], ["db", "info"], ["label", "list"], ["label", "next"],
        ["report", "article", $"no{Steering}"], ["analyze", $"no{Steering}.jsonl"], ["db", "delete", "harbour", "--yes"],
    ];

    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;

    public TerminalLaws(TrainedDatabase trained)
    {
        _cli = new(_folder);
        trained.CopyTo(_cli.DatabasePath);
        var text = string.Concat(Enumerable.Repeat($"\"The piles {Steering} are worn,\" said Ada {Steering} Quill. It is likely that {Steering} the quay will close. ", 12));
        _folder.Write("in.jsonl", System.Text.Json.JsonSerializer.Serialize(new { id = "harbour", outlet = $"Post{Steering}", title = $"Quay{Steering}", byline = Steering, url = $"https://a.example/{Steering}", text })
            + $"\n{{\"text\": 1, \"nonsense{Steering}");
        using var database = Database.OpenExisting(_cli.DatabasePath);
        using var queue = ArticleQueue.Open(_cli.DatabasePath, new() { Capacity = 9, Tries = 1, LeaseSeconds = 60 }, TimeProvider.System);
        queue.TryAdd([new("http", Some.Article($"poison{Steering}", $"Post{Steering}"))]);
        queue.Fail(queue.Take(1)[0], $"failed on {Steering}");
        new FeedStore(database, TimeProvider.System).NoteFailure("https://feed.example/", $"the site answered 503 {Steering}");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_command_lets_it_through()
    {
        Assert.NotEmpty(Commands);
        Assert.All(Commands, command =>
        {
            var result = _cli.Run(command);
            Assert.True(result.ExitCode is ExitCode.Done or ExitCode.BadInput, $"{string.Join(' ', command)}: {result.Error}");
            Assert.DoesNotContain(result.Out + result.Error, IsSteering);
        });
    }

    static bool IsSteering(char c) => (char.IsControl(c) && c is not ('\n' or '\t' or '\r')) || c is '\u202e' or '\u2066';
}
