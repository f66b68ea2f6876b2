using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Cli.Web;

namespace ReliabilityEngine.Cli.Tests.Web;

public sealed class HttpSideTests : IAsyncLifetime, IDisposable
{
    const string Token = "a-token-of-some-length";

    readonly TemporaryFolder _folder = new();
    readonly HttpClient _client = new();
    Database _database = null!;
    ArticleQueue _queue = null!;
    QueueWatch _watch = null!;
    HttpSide _side = null!;

    public Task InitializeAsync() => Start(token: "");

    public async Task DisposeAsync() => await _side.DisposeAsync();

    public void Dispose()
    {
        _client.Dispose();
        Close();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_article_that_is_accepted_stands_in_the_database()
    {
        var response = await Post("{\"id\": \"a\", \"outlet\": \"Harbour Post\", \"text\": \"Words.\"}", "application/json");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("{\"articles\":[{\"id\":\"a\",\"outlet\":\"Harbour Post\"}],\"bad\":[]}", await response.Content.ReadAsStringAsync());
        using var other = Database.OpenExisting(_database.Path);
        Assert.Equal(1, new ArticleQueue(other, default, OutletNames.Default, TimeProvider.System).Depth());
    }

    [Fact]
    public async Task Lines_give_an_answer_each()
    {
        var response = await Post("{\"id\": \"a\", \"text\": \"Words.\"}\nnonsense\n{\"id\": \"b\", \"text\": \"Words.\"}", "application/x-ndjson; charset=utf-8");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Contains("request:2", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(2, _queue.Depth());
    }

    [Theory]
    [InlineData("[1, 2]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("", "application/x-ndjson", HttpStatusCode.BadRequest)]
    [InlineData("\n\n", "application/x-ndjson", HttpStatusCode.BadRequest)]
    [InlineData("{\"text\": \"x\"}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_no_article_is_refused_with_the_reason(string body, string type, HttpStatusCode status)
    {
        var response = await Post(body, type);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains("expected", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, _queue.Depth());
    }

    [Fact]
    public async Task A_packed_body_is_refused()
    {
        using var content = new ByteArrayContent([0x1f, 0x8b]) { Headers = { ContentType = new("application/json"), ContentEncoding = { "gzip" } } };
        var response = await _client.PostAsync($"{_side.Address}/api/v1/articles", content);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("Content-Encoding gzip", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_articles_than_will_ever_fit_are_not_told_to_come_again()
    {
        var response = await Post(string.Join('\n', Enumerable.Range(0, 6).Select(i => $"{{\"id\": \"{i}\", \"text\": \"x\"}}")), "application/jsonl");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Null(response.Headers.RetryAfter);
        Assert.Contains("6 articles, expected at most 5", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, _queue.Depth());
    }

    [Fact]
    public async Task A_full_queue_says_when_to_come_again()
    {
        await Post(string.Join('\n', Enumerable.Range(0, 5).Select(i => $"{{\"id\": \"{i}\", \"text\": \"x\"}}")), "application/jsonl");
        var response = await Post("{\"id\": \"more\", \"text\": \"x\"}", "application/json");
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal(5, _queue.Depth());
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_refused()
    {
        var response = await Post($"{{\"text\": \"{new string('x', 2 << 20)}\"}}", "application/json");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_caller_under_another_name_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{_side.Address}/metrics") { Headers = { Host = "evil.example" } };
        Assert.Equal(HttpStatusCode.Forbidden, (await _client.SendAsync(request)).StatusCode);
        using var own = new HttpRequestMessage(HttpMethod.Get, $"{_side.Address}/metrics") { Headers = { Host = "LocalHost" } };
        Assert.Equal(HttpStatusCode.OK, (await _client.SendAsync(own)).StatusCode);
    }

    [Fact]
    public async Task With_a_token_nobody_enters_without_it()
    {
        await _side.DisposeAsync();
        Close();
        await Start(Token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post("{\"text\": \"x\"}", "application/json")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync($"{_side.Address}/health/live")).StatusCode);
        _client.DefaultRequestHeaders.Authorization = new("Bearer", Token + "x");
        Assert.Equal(HttpStatusCode.Unauthorized, (await _client.GetAsync($"{_side.Address}/metrics")).StatusCode);
        _client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        Assert.Equal(HttpStatusCode.Accepted, (await Post("{\"text\": \"x\"}", "application/json")).StatusCode);
    }

    [Fact]
    public async Task It_says_how_it_is()
    {
        await Post("{\"text\": \"x\"}", "application/json");
        Assert.Equal("ready\n", await _client.GetStringAsync($"{_side.Address}/health/ready"));
        var metrics = await _client.GetStringAsync($"{_side.Address}/metrics");
        Assert.Contains("# TYPE reliability_queue_depth gauge\nreliability_queue_depth 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("reliability_quarantine_depth 0\n", metrics, StringComparison.Ordinal);
        Assert.Contains("reliability_accepted_total{source=\"http\"}", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_ready_where_nothing_can_be_written_and_says_so_though_others_wait_to_write()
    {
        using var other = Database.OpenExisting(_database.Path);
        Task<HttpResponseMessage> waiting;
        using (other.Connection.BeginTransaction(deferred: false))
        {
            waiting = Post("{\"text\": \"x\"}", "application/json");
            var response = await _client.GetAsync($"{_side.Address}/health/ready");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Equal("another process keeps the database locked\n", await response.Content.ReadAsStringAsync());
            Assert.Contains("reliability_queue_depth 0\n", await _client.GetStringAsync($"{_side.Address}/metrics"), StringComparison.Ordinal);
            Assert.False(waiting.IsCompleted);
        }

        Assert.Equal(HttpStatusCode.Accepted, (await waiting).StatusCode);
        Assert.Equal("ready\n", await _client.GetStringAsync($"{_side.Address}/health/ready"));
    }

    [Theory]
    [InlineData("0.0.0.0:80", "", "Http:Token")]
    [InlineData("[::]:80", "", "Http:Token")]
    [InlineData("nowhere", "", "Http:Listen")]
    [InlineData("127.0.0.1:80", "short", "at least 16")]
    public void An_open_door_without_a_lock_is_no_configuration(string listen, string token, string problem) =>
        Assert.Contains(problem, Assert.Single(new HttpOptions { Listen = listen, Token = token, MaxRequestMegabytes = 1 }.Problems()), StringComparison.Ordinal);

    void Close()
    {
        _watch.Dispose();
        _queue.Dispose();
        _database.Dispose();
    }

    async Task Start(string token)
    {
        _database = Database.OpenOrCreate(_folder.File("test.db"));
        _queue = ArticleQueue.Open(_database.Path, new() { Capacity = 5, Tries = 2, LeaseSeconds = 60, SecondsPerArticle = 30 }, TimeProvider.System);
        _watch = new(_database.Path);
        _side = new(new() { Listen = "127.0.0.1:0", Token = token, MaxRequestMegabytes = 1 }, 1 << 20, _queue, _watch, NullLogger<HttpSide>.Instance);
        await _side.StartAsync(CancellationToken.None);
    }

    async Task<HttpResponseMessage> Post(string body, string type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return await _client.PostAsync($"{_side.Address}/api/v1/articles", content);
    }
}
