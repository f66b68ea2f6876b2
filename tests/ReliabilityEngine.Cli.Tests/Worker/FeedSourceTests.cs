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
    readonly Clock _clock = new();
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

    [Fact]
    public async Task A_page_that_never_comes_is_asked_for_ever_less_often_and_then_left()
    {
        await using var site = new LoopbackSite();
        var items = Dead(site, "9");
        site.With("/feed", async (stream, head, cancellation) => await stream.WriteAsync(
            System.Text.Encoding.UTF8.GetBytes(head.Contains("If-None-Match", StringComparison.Ordinal) ? "HTTP/1.1 304 Same\r\n\r\n" : Feed(items)), cancellation)).Open();
        await Read(site);
        await Read(site);
        await Read(site);
        Assert.Equal(2, Asked(site, "/dead"));
        for (var day = 0; day < 20; day++)
        {
            _clock.Advance(TimeSpan.FromDays(1));
            await Read(site);
        }

        Assert.Equal(FeedStore.MostTries, Asked(site, "/dead"));
        Assert.Contains("If-None-Match", site.Requests.Last(request => request.StartsWith("GET /feed", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trouble_long_ago_does_not_count_where_the_feed_was_read_since()
    {
        await using var site = new LoopbackSite().With("/feed", "no feed").Open();
        await Read(site);
        await Read(site);
        site.With("/feed", async (stream, _, cancellation) => await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Feed(Dead(site, "9"))), cancellation));
        await Read(site);
        site.With("/feed", "no feed");
        Assert.Equal(TimeSpan.FromMinutes(10), await Read(site));
    }

    [Fact]
    public async Task A_summary_is_taken_where_the_page_does_not_come_and_not_before_it_was_waited_for()
    {
        await using var site = new LoopbackSite();
        string Announced(string id) => $"<item><guid>{id}</guid><link>{site.Address($"/{id}")}</link><description>{Sentences("short")[..200]}</description></item>";
        site.With("/feed", async (stream, _, cancellation) => await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Feed(Announced("late") + Announced("never"))), cancellation))
            .With("/late", "busy", status: 503).With("/never", "busy", status: 503).Open();
        await Read(site);
        Assert.Equal(0, _queue.Depth());
        site.With("/late", $"<html><body><article><p>{Sentences("late")}</p></article></body></html>");
        for (var day = 0; day < 3; day++)
        {
            await Read(site);
            _clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([true, false], _queue.Take(10).Select(article => article.Article.IsPartial).OrderDescending());
    }

    [Fact]
    public async Task A_site_that_gives_no_answer_is_asked_for_few_of_its_pages_and_holds_up_no_other()
    {
        await using var site = new LoopbackSite();
        await using var dead = new LoopbackSite();
        dead.With("/robots.txt", "");
        foreach (var i in Enumerable.Range(0, 20))
            dead.With($"/{i}", (_, _, _) => Task.CompletedTask);
        dead.Open();
        var items = string.Concat(Enumerable.Range(0, 20).Select(i => $"<item><guid>{i}</guid><link>{dead.Address($"/{i}")}</link></item>")) + Item("good");
        site.With("/feed", async (stream, _, cancellation) => await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Feed(items)), cancellation)).Open();
        await Read(site);
        Assert.Equal(1, _queue.Depth());
        Assert.Equal(["/18", "/19", "/robots.txt"], dead.Requests.Select(request => request.Split(' ')[1]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_an_index_of_sitemaps_one_that_is_gone_takes_no_other_with_it()
    {
        await using var site = new LoopbackSite();
        site.With("/feed", $"<sitemapindex><sitemap><loc>{site.Address("/gone.xml")}</loc></sitemap><sitemap><loc>{site.Address("/news.xml")}</loc></sitemap></sitemapindex>")
            .With("/news.xml", $"<urlset><url><loc>{site.Address("/1")}</loc></url></urlset>")
            .With("/1", $"<html><body><article><p>{Sentences("first")}</p></article></body></html>").Open();
        await Read(site);
        Assert.Equal(1, _queue.Depth());
    }

    [Fact]
    public async Task A_link_without_its_host_is_one_on_the_feeds_own()
    {
        await using var site = new LoopbackSite();
        site.With("/feed", async (stream, _, cancellation) => await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Feed(Item("1").Replace("</guid>", "</guid><link>/1.html</link>", StringComparison.Ordinal))), cancellation)).Open();
        await Read(site);
        var article = Assert.Single(_queue.Take(10)).Article;
        Assert.Equal(("127.0.0.1", site.Address("/1.html").AbsoluteUri), (article.Outlet, article.Url));
    }

    [Fact]
    public async Task An_article_that_the_program_fails_on_ends_neither_the_feed_nor_the_program()
    {
        await using var site = new LoopbackSite();
        site.With("/feed", async (stream, _, cancellation) => await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Feed(Item("1"))), cancellation)).Open();
        Assert.Equal(TimeSpan.FromMinutes(10), await Read(site, new BoundedWork(TimeSpan.FromMinutes(1), mostBytes: 1, TimeProvider.System)));
        Assert.Equal(0, _queue.Depth());
        await Read(site);
        Assert.Equal(1, _queue.Depth());
    }

    async Task<TimeSpan> Read(LoopbackSite site, BoundedWork? work = null)
    {
        var source = new FeedSource([], _fetcher, work ?? Some.Work, _queue, () => new(_database, _clock), _clock, NullLogger<FeedSource>.Instance);
        return await source.ReadOnce(new() { Address = site.Address("/feed").AbsoluteUri, Minutes = 10 }, new(_database, _clock), CancellationToken.None);
    }

    static int Asked(LoopbackSite site, string path) => site.Requests.Count(request => request.StartsWith($"GET {path} ", StringComparison.Ordinal));

    /// <summary>Nothing stands there.</summary>
    static string Dead(LoopbackSite site, string id) => $"<item><guid>{id}</guid><link>{site.Address("/dead")}</link></item>";

    static string Feed(string items)
    {
        var body = $"<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Harbour</title>{items}</channel></rss>";
        return $"HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: {body.Length}\r\n\r\n{body}";
    }

    static string Item(string id, string word = "first") =>
        $"<item><guid>{id}</guid><title>Quay {id}</title><content:encoded>&lt;p&gt;{Sentences(word)}&lt;/p&gt;</content:encoded></item>";

    sealed class Clock : TimeProvider
    {
        TimeSpan _ahead;

        public void Advance(TimeSpan span) => _ahead += span;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
    }

    static string Sentences(string word) => string.Concat(Enumerable.Repeat($"The {word} committee met on Monday and agreed on nothing at all, its chair said. ", 12));
}
