using Microsoft.Extensions.Logging.Abstractions;
using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Ingestion.Fetching;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Fetching;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Cli.Worker;

namespace ReliabilityEngine.Cli.Tests.Worker;

public sealed class FeedSourceTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly Database _database;
    readonly ArticleQueue _queue;
    readonly Fetcher _fetcher = new(new() { UserAgent = "ReliabilityEngine/test", TimeoutSeconds = 10, MaxRedirects = 3, AllowedHosts = ["127.0.0.1"] }, 1 << 20, TimeProvider.System);

    public FeedSourceTests()
    {
        _database = Database.OpenOrCreate(_folder.File("test.db"));
        _queue = ArticleQueue.Open(_database.Path, new() { Capacity = 100, Tries = 2, LeaseSeconds = 60, SecondsPerArticle = 30 }, TimeProvider.System);
    }

    public void Dispose()
    {
        _fetcher.Dispose();
        _queue.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_item_is_taken_once_and_an_unchanged_feed_is_not_sent_again()
    {
        await using var site = new LoopbackSite();
        site.With("/feed", async (stream, head, cancellation) => await stream.WriteAsync(
            System.Text.Encoding.UTF8.GetBytes(head.Contains("If-None-Match: \"v1\"", StringComparison.Ordinal) ? "HTTP/1.1 304 Same\r\n\r\n" : Feed("<ttl>60</ttl>" + Item("1") + Item("2"))), cancellation)).Open();
        var pause = await Read(site);
        Assert.Equal(TimeSpan.FromMinutes(60), pause);
        Assert.Equal(2, _queue.Depth());
        await Read(site);
        Assert.Equal(2, _queue.Depth());
        Assert.Contains("If-None-Match", site.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_item_comes_again_and_an_unchanged_one_does_not()
    {
        var text = Item("1") + Item("2");
        await using var site = new LoopbackSite();
        site.With("/feed", async (stream, _, cancellation) => await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Feed(text)), cancellation)).Open();
        await Read(site);
        text = Item("1") + Item("2", "corrected");
        await Read(site);
        Assert.Equal(3, _queue.Depth());
    }

    [Fact]
    public async Task An_item_whose_page_cannot_be_had_is_asked_for_again()
    {
        await using var site = new LoopbackSite();
        site.With("/feed", async (stream, _, cancellation) => await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Feed(Item("1") + $"<item><guid>9</guid><link>{site.Address("/later")}</link></item>")), cancellation)).Open();
        await Read(site);
        Assert.Equal(1, _queue.Depth());
        site.With("/later", $"<html><body><article><p>{Sentences("late")}</p></article></body></html>");
        await Read(site);
        Assert.Equal(2, _queue.Depth());
    }

    [Fact]
    public async Task A_feed_in_trouble_is_asked_ever_less_often()
    {
        await using var site = new LoopbackSite().With("/feed", "no feed").Open();
        var pauses = new List<TimeSpan>();
        for (var i = 0; i < 3; i++)
            pauses.Add(await Read(site));
        Assert.Equal([TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(40)], pauses);
    }

    async Task<TimeSpan> Read(LoopbackSite site)
    {
        var source = new FeedSource([], _fetcher, Some.Work, _queue, () => new(_database, TimeProvider.System), TimeProvider.System, NullLogger<FeedSource>.Instance);
        return await source.ReadOnce(new() { Address = site.Address("/feed").AbsoluteUri, Minutes = 10 }, new(_database, TimeProvider.System), CancellationToken.None);
    }

    static string Feed(string items)
    {
        var body = $"<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Harbour</title>{items}</channel></rss>";
        return $"HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: {body.Length}\r\n\r\n{body}";
    }

    static string Item(string id, string word = "first") =>
        $"<item><guid>{id}</guid><title>Quay {id}</title><content:encoded>&lt;p&gt;{Sentences(word)}&lt;/p&gt;</content:encoded></item>";

    static string Sentences(string word) => string.Concat(Enumerable.Repeat($"The {word} committee met on Monday and agreed on nothing at all, its chair said. ", 12));
}
