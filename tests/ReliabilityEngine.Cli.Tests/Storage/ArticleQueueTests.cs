using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Storage;

public sealed class ArticleQueueTests : IDisposable
{
    static readonly QueueLimits Limits = new(Capacity: 5, Tries: 2, Lease: TimeSpan.FromMinutes(1), FirstPause: TimeSpan.FromSeconds(10));

    readonly TemporaryFolder _folder = new();
    readonly Clock _clock = new();
    readonly Database _database;
    readonly ArticleQueue _queue;

    public ArticleQueueTests()
    {
        _database = Database.OpenOrCreate(_folder.File("test.db"));
        _queue = new(_database, Limits, OutletNames.Default, _clock);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void An_article_comes_out_as_it_went_in()
    {
        var article = Some.Article() with { Byline = "Ada Quill", Links = ["https://quay.example/"], IsPartial = true };
        _queue.TryAdd([new("http", article)]);
        var taken = Assert.Single(_queue.Take(10));
        Assert.Equal(article with { Links = [] }, taken.Article with { Links = [] });
        Assert.Equal<string>(article.Links, taken.Article.Links);
        Assert.Equal(("http", 1), (taken.Source, taken.Tries));
    }

    [Fact]
    public void What_is_handed_in_twice_waits_once_and_a_changed_text_is_another()
    {
        _queue.TryAdd([Arrival("a"), Arrival("a")]);
        _queue.TryAdd([Arrival("a"), new("http", Some.Article("a", text: Some.Text + " More."))]);
        Assert.Equal(2, _queue.Depth());
    }

    [Fact]
    public void All_of_a_batch_are_taken_in_or_none()
    {
        Assert.True(_queue.TryAdd([Arrival("1"), Arrival("2"), Arrival("3")]));
        Assert.False(_queue.TryAdd([Arrival("4"), Arrival("5"), Arrival("6")]));
        Assert.Equal(3, _queue.Depth());
    }

    [Fact]
    public void What_one_worker_has_no_other_gets_until_the_lease_ends()
    {
        _queue.TryAdd([Arrival("1"), Arrival("2")]);
        using var other = Database.OpenExisting(_database.Path);
        Assert.Single(_queue.Take(1));
        Assert.Equal("2", Assert.Single(new ArticleQueue(other, Limits, OutletNames.Default, _clock).Take(10)).Article.Id);
        Assert.Empty(_queue.Take(10));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(["1", "2"], [.. _queue.Take(10).Concat(_queue.Take(10)).Select(article => article.Article.Id)]);
    }

    [Fact]
    public void Work_that_goes_on_keeps_its_lease_and_work_that_was_given_up_gets_none()
    {
        _queue.TryAdd([Arrival("1"), Arrival("2")]);
        var held = _queue.Take(10);
        _queue.Fail(held[1], "busy");
        _clock.Advance(TimeSpan.FromSeconds(40));
        _queue.Keep(held);
        _clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal("2", Assert.Single(_queue.Take(10)).Article.Id);
        _clock.Advance(TimeSpan.FromSeconds(40));
        var again = Assert.Single(_queue.Take(10));
        Assert.Equal(("1", 2), (again.Article.Id, again.Tries));
        _queue.Return([again]);
        _queue.Keep(held);
        Assert.Equal("1", Assert.Single(_queue.Take(10)).Article.Id);
    }

    [Fact]
    public void An_article_that_ends_the_process_takes_none_of_those_with_it_that_were_under_way()
    {
        _queue.TryAdd([Arrival("good"), Arrival("fatal"), Arrival("fine")]);
        var stored = new List<string>();
        for (var isDone = false; !isDone;)
        {
            _queue.SetAsideFatal();
            var taken = _queue.Take(10);
            isDone = taken.Count == 0;
            // Nothing of a batch is stored before the process ends.
            if (taken.Any(article => article.Article.Id == "fatal"))
                _clock.Advance(TimeSpan.FromMinutes(2));
            else
                stored.AddRange(taken.Select(Store));
        }

        Assert.Equal(["fine", "good"], stored.Order());
        Assert.Equal("fatal", Assert.Single(new QuarantineStore(_database).All()).Article.Id);

        string Store(QueuedArticle article)
        {
            _queue.Remove(article.Key);
            return article.Article.Id;
        }
    }

    [Fact]
    public void A_corrected_text_waits_for_the_text_before_it()
    {
        _queue.TryAdd([new("http", Some.Article("1", text: "First words."))]);
        var first = Assert.Single(_queue.Take(10));
        _queue.TryAdd([new("http", Some.Article("1", text: "Corrected words.")), new("http", Some.Article("1", "Another outlet"))]);
        Assert.Equal("Another outlet", Assert.Single(_queue.Take(10)).Article.Outlet);
        _queue.Remove(first.Key);
        Assert.Equal("Corrected words.", Assert.Single(_queue.Take(10)).Article.Text);
    }

    [Fact]
    public void A_clock_that_is_set_back_holds_nothing_up()
    {
        _queue.TryAdd([Arrival("1"), Arrival("2")]);
        _queue.Fail(_queue.Take(1)[0], "busy");
        _queue.Take(1);
        _clock.Advance(TimeSpan.FromDays(-2));
        Assert.Equal(["2", "1"], [.. _queue.Take(10).Concat(_queue.Take(10)).Select(article => article.Article.Id)]);
    }

    [Fact]
    public void A_failure_is_tried_again_after_a_pause_and_the_last_one_sets_aside()
    {
        _queue.TryAdd([Arrival("1")]);
        Assert.False(_queue.Fail(_queue.Take(1)[0], "first"));
        Assert.Empty(_queue.Take(1));
        _clock.Advance(TimeSpan.FromSeconds(11));
        Assert.True(_queue.Fail(_queue.Take(1)[0], "second"));
        Assert.Equal(0, _queue.Depth());
        var set = Assert.Single(new QuarantineStore(_database).All());
        Assert.Equal(("second", "1", 2), (set.Reason, set.Article.Id, set.Tries));
    }

    [Fact]
    public void An_article_that_ends_the_process_every_time_is_set_aside()
    {
        _queue.TryAdd([Arrival("1")]);
        for (var i = 0; i < Limits.Tries; i++)
        {
            Assert.Single(_queue.Take(1));
            _clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(1, _queue.SetAsideFatal());
        Assert.Contains("the program ended", Assert.Single(new QuarantineStore(_database).All()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_returned_has_lost_no_try()
    {
        _queue.TryAdd([Arrival("1")]);
        _queue.Return(_queue.Take(1));
        Assert.Equal(1, Assert.Single(_queue.Take(1)).Tries);
    }

    [Fact]
    public void The_quarantine_gives_back_or_drops()
    {
        _queue.TryAdd([Arrival("1"), Arrival("2")]);
        for (var i = 0; i < Limits.Tries; i++)
        {
            foreach (var article in _queue.Take(2))
                _queue.Fail(article, "bad");
            _clock.Advance(TimeSpan.FromMinutes(2));
        }

        var quarantine = new QuarantineStore(_database);
        var keys = quarantine.All().Select(article => article.Key).ToList();
        Assert.True(quarantine.Retry(keys[0]));
        Assert.True(quarantine.Drop(keys[1]));
        Assert.False(quarantine.Drop(keys[1]));
        Assert.Equal(0, quarantine.Count());
        Assert.Equal(1, Assert.Single(_queue.Take(5)).Tries);
    }

    [Fact]
    public void A_feed_moves_on_only_with_what_it_brought()
    {
        Assert.Throws<InvalidOperationException>(() => _queue.TryAdd([Arrival("1")], _ => throw new InvalidOperationException("killed")));
        Assert.Equal(0, _queue.Depth());
        var feeds = new FeedStore(_database, _clock);
        _queue.TryAdd([Arrival("1")], transaction => FeedStore.MarkTaken(transaction, "https://f.example/", "1", "v1", "now"));
        Assert.Equal(["1", "2"], feeds.News("https://f.example/", new Dictionary<string, string> { ["1"] = "v2", ["2"] = "v1" }).Due.Keys.Order());
        Assert.Equal(["2"], feeds.News("https://f.example/", new Dictionary<string, string> { ["1"] = "v1", ["2"] = "v1" }).Due.Keys);
    }

    [Fact]
    public void Labels_wait_with_their_article_and_come_back_from_quarantine()
    {
        _queue.TryAdd([Arrival("1")]);
        _queue.TryAdd([Arrival("1") with { Labels = new Dictionary<string, string> { ["reliability"] = "70" } }]);
        _queue.TryAdd([Arrival("1")]);
        while (!_queue.Fail(Assert.Single(_queue.Take(10)), "broken"))
            _clock.Advance(TimeSpan.FromHours(2));
        Assert.True(new QuarantineStore(_database).Retry(1));
        Assert.Equal("70", Assert.Single(_queue.Take(10)).Labels["reliability"]);
    }

    static Arrival Arrival(string id) => new("http", Some.Article(id));

    sealed class Clock : TimeProvider
    {
        DateTimeOffset _now = new(2025, 3, 4, 5, 6, 7, TimeSpan.Zero);

        public void Advance(TimeSpan span) => _now += span;

        public override DateTimeOffset GetUtcNow() => _now;
    }
}
