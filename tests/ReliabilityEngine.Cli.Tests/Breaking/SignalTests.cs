using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Dapper;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Fetching;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Soak;

namespace ReliabilityEngine.Cli.Tests.Breaking;

/// <summary>Whatever the worker is at, a signal ends it within five seconds, with the code that the manual says, and nothing is lost.</summary>
[Collection(TrainedModels.Name)]
public sealed class SignalTests : IAsyncLifetime, IDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    readonly TemporaryFolder _folder = new();
    readonly LoopbackSite _site = new LoopbackSite().With("/feed", (_, _, cancellation) => Task.Delay(Timeout.Infinite, cancellation));
    readonly WorkerProcess _worker;

    public SignalTests(TrainedDatabase trained)
    {
        trained.CopyTo(WorkerProcess.DatabaseIn(_folder.Path));
        Directory.CreateDirectory(WorkerProcess.InboxIn(_folder.Path));
        _worker = new(_folder.Path, new Dictionary<string, string>
        {
            ["RELIABILITY_FEEDS__0__ADDRESS"] = _site.Open().Address("/feed").AbsoluteUri,
            ["RELIABILITY_FETCH__ALLOWEDHOSTS__0"] = "127.0.0.1",
            ["RELIABILITY_INBOX__SETTLESECONDS"] = "0",
            ["RELIABILITY_INBOX__POLLSECONDS"] = "0.05",
            ["RELIABILITY_QUEUE__LEASESECONDS"] = "600",
            ["RELIABILITY_QUEUE__SECONDSPERARTICLE"] = "300",
            ["RELIABILITY_QUEUE__MEGABYTESPERARTICLE"] = "8192",
        });
    }

    public Task InitializeAsync()
    {
        _worker.Start();
        return _worker.UntilReady();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose()
    {
        _worker.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("TERM", ExitCode.Done)]
    [InlineData("INT", ExitCode.Interrupted)]
    public async Task While_it_waits_and_while_it_fetches(string signal, int exitCode)
    {
        await WorkerProcess.Until(() => Task.FromResult(_site.Requests.Any(head => head.Contains("/feed", StringComparison.Ordinal))));
        await EndsBy(signal, exitCode);
    }

    [Theory]
    [InlineData("TERM", ExitCode.Done)]
    [InlineData("INT", ExitCode.Interrupted)]
    public async Task While_it_analyses_what_came_over_HTTP(string signal, int exitCode)
    {
        await Post(Some.Article("long", text: Endless()));
        await WorkerProcess.Until(() => Task.FromResult(Count("SELECT count(*) FROM queue WHERE leased_until IS NOT NULL") == 1));
        await EndsBy(signal, exitCode);
        Assert.Equal(1, Count("SELECT count(*) FROM queue WHERE tries = 0"));
    }

    [Fact]
    public async Task While_it_analyses_what_came_as_a_file()
    {
        await File.WriteAllTextAsync(Path.Combine(WorkerProcess.InboxIn(_folder.Path), "long.txt"), Endless());
        await WorkerProcess.Until(() => Task.FromResult(Count("SELECT count(*) FROM queue WHERE leased_until IS NOT NULL") == 1));
        await EndsBy("TERM", ExitCode.Done);
        Assert.Equal(1, Count("SELECT count(*) FROM queue WHERE tries = 0"));
        Assert.Equal(0, Count("SELECT count(*) FROM articles"));
    }

    [Fact]
    public async Task While_it_waits_to_store()
    {
        await Post(Some.Article());
        using var other = Database.OpenExisting(WorkerProcess.DatabaseIn(_folder.Path));
        using (var transaction = other.Connection.BeginTransaction(deferred: false))
        {
            File.WriteAllText(Path.Combine(WorkerProcess.InboxIn(_folder.Path), "more.txt"), Some.Text);
            await Task.Delay(1000);
            await EndsBy("TERM", ExitCode.Done);
        }

        Assert.Equal(1, Count("SELECT (SELECT count(*) FROM queue) + (SELECT count(*) FROM articles)"));
        Assert.True(File.Exists(Path.Combine(WorkerProcess.InboxIn(_folder.Path), "more.txt")));
    }

    [Fact]
    public async Task While_somebody_hands_in_an_article_slowly()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_worker.Url("/").Host, _worker.Url("/").Port);
        await client.GetStream().WriteAsync("POST /api/v1/articles HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"text\": \"half"u8.ToArray());
        await Task.Delay(300);
        await EndsBy("TERM", ExitCode.Done);
        Assert.Equal(0, Count("SELECT (SELECT count(*) FROM queue) + (SELECT count(*) FROM articles)"));
    }

    async Task EndsBy(string signal, int exitCode)
    {
        var took = await _worker.Signal(signal);
        var log = await _worker.Log;
        Assert.True(took < Limit, $"took {took}: {log}");
        Assert.True(exitCode == _worker.ExitCode, $"code {_worker.ExitCode}: {log}");
        Assert.DoesNotContain("   at ", log, StringComparison.Ordinal);
        Assert.Equal("ok", Witness.Integrity(WorkerProcess.DatabaseIn(_folder.Path)));
    }

    async Task Post(Article article)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { id = article.Id, outlet = article.Outlet, text = article.Text }), Encoding.UTF8, "application/json");
        (await _worker.Client.PostAsync(_worker.Url("/api/v1/articles"), content)).EnsureSuccessStatusCode();
    }

    int Count(string query)
    {
        using var database = Database.OpenExisting(WorkerProcess.DatabaseIn(_folder.Path));
        return database.Connection.ExecuteScalar<int>(query);
    }

    /// <summary>Work for much longer than five seconds.</summary>
    static string Endless() => string.Concat(Enumerable.Repeat(Some.Text, 30_000));
}
