using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Cli.Worker;
using ReliabilityEngine.Soak;

namespace ReliabilityEngine.Cli.Tests.Breaking;

/// <summary>Files that change under the reader's hands.</summary>
public sealed class InboxTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly Clock _clock = new();
    readonly EngineOptions _options;
    readonly Database _database;
    readonly ArticleQueue _queue;
    readonly ArticleStream _stream = new(3);
    readonly List<string> _taken = [];

    public InboxTests()
    {
        Directory.CreateDirectory(_folder.File("inbox"));
        _options = new()
        {
            MaxArticleMegabytes = 1,
            Inbox = new() { Folder = _folder.File("inbox"), SettleSeconds = 0, PollSeconds = .02 },
            Queue = new() { Capacity = 30, Tries = 2, LeaseSeconds = 60, SecondsPerArticle = 30, MegabytesPerArticle = 512 },
        };
        _database = Database.OpenOrCreate(_folder.File("test.db"));
        _queue = ArticleQueue.Open(_database.Path, _options.Queue, TimeProvider.System);
    }

    public void Dispose()
    {
        _queue.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_that_is_deleted_while_it_is_read_stops_no_other()
    {
        var first = Write("1.jsonl", Lines(0, 40));
        Write("2.jsonl", Lines(100, 1));
        await RunUntil(() => File.Exists(_folder.File("inbox/done/2.jsonl")), () =>
        {
            if (_queue.Depth() == 0)
                return;
            // The rest of it finds no room before those are gone.
            File.Delete(first);
            Drain();
        });
        Drain();
        Assert.Equal(41, _taken.Distinct().Count());
        Assert.False(File.Exists(_folder.File("inbox/done/1.jsonl")));
    }

    [Fact]
    public async Task A_file_that_was_taken_half_way_goes_on_there_and_is_taken_once()
    {
        var file = Write("1.jsonl", "nonsense\n" + Lines(0, 80));
        await RunUntil(() => _queue.Depth() > 0, () => { });
        Assert.True(File.Exists(file));
        for (var restarts = 0; File.Exists(file); restarts++)
        {
            Assert.InRange(restarts, 0, 10);
            Drain();
            await RunUntil(() => _queue.Depth() > 0 || !File.Exists(file), () => { });
        }

        Drain();
        Assert.Equal(Enumerable.Range(0, 80).Select(Id), _taken);
        Assert.Contains("1.jsonl:1: not JSON", File.ReadAllText(_folder.File("inbox/bad/1.jsonl.reason")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_workers_on_one_inbox_take_each_article_once()
    {
        foreach (var number in Enumerable.Range(0, 8))
            Write($"{number}.jsonl", Lines(number * 40, 40));
        using var stop = new CancellationTokenSource();
        var draining = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
                Drain();
        });
        var isDone = () => Directory.GetFiles(_folder.File("inbox")).Length == 0;
        await Task.WhenAll(RunUntil(isDone, () => { }), RunUntil(isDone, () => { }));
        await stop.CancelAsync();
        await draining;
        Drain();
        Assert.Equal(Enumerable.Range(0, 320).Select(Id), _taken.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_that_comes_again_by_its_name_is_another_delivery()
    {
        foreach (var first in (int[])[0, 0, 7])
        {
            var file = Write("1.jsonl", Lines(first, 3));
            await RunUntil(() => !File.Exists(file), () => { });
            Drain();
        }

        Assert.Equal([0, 1, 2, 0, 1, 2, 7, 8, 9], _taken.Select(id => int.Parse(id[1..], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task What_only_leads_to_a_file_is_not_read()
    {
        if (!OperatingSystem.IsLinux())
            return;
        _folder.Write("secret.txt", "Nobody but the worker may read this.");
        File.CreateSymbolicLink(_folder.File("inbox/link.txt"), _folder.File("secret.txt"));
        using (var made = System.Diagnostics.Process.Start("mkfifo", [_folder.File("inbox/pipe.json")]))
            await made.WaitForExitAsync();
        Write("plain.jsonl", Lines(0, 1));
        await RunUntil(() => Directory.GetFiles(_folder.File("inbox")).Length == 0, () => { });
        Drain();
        Assert.Equal([Id(0)], _taken);
        Assert.Contains("a link or a pipe", File.ReadAllText(_folder.File("inbox/bad/link.txt.reason")), StringComparison.Ordinal);
        Assert.Contains("a link or a pipe", File.ReadAllText(_folder.File("inbox/bad/pipe.json.reason")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_gone_before_it_is_moved_is_said_to_be()
    {
        var inbox = new Inbox(_options.Inbox, _clock);
        var file = Write("gone.jsonl", "x");
        File.Delete(file);
        Assert.False(inbox.MoveToDone(file));
        Assert.False(inbox.MoveToBad(file, ["no such file"]));
    }

    [Fact]
    public void A_file_is_taken_when_it_has_stood_still_whatever_the_clock_says()
    {
        _options.Inbox.SettleSeconds = 2;
        var inbox = new Inbox(_options.Inbox, _clock);
        var file = Write("half.jsonl", "half a li");
        Assert.Empty(inbox.Complete());
        _clock.SetBack(TimeSpan.FromDays(400));
        Assert.Empty(inbox.Complete());
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        File.AppendAllText(file, "ne");
        Assert.Empty(inbox.Complete());
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Empty(inbox.Complete());
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal([file], inbox.Complete());
    }

    async Task RunUntil(Func<bool> isDone, Action meanwhile)
    {
        using var queue = ArticleQueue.Open(_database.Path, _options.Queue, TimeProvider.System);
        using var database = Database.OpenExisting(_database.Path);
        using var worker = new InboxSource(
            new(_options.Inbox, TimeProvider.System), Some.Work, queue, () => new(database, TimeProvider.System), _options, TimeProvider.System, NullLogger<InboxSource>.Instance, new Some.Lifetime());
        await worker.StartAsync(CancellationToken.None);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!isDone() && worker.Failure is null)
        {
            meanwhile();
            await Task.Delay(5, limit.Token);
        }

        await worker.StopAsync(CancellationToken.None);
        Assert.Null(worker.Failure);
    }

    /// <summary>Takes what waits and lets it go, as a worker does.</summary>
    void Drain()
    {
        foreach (var article in _queue.Take(1000))
        {
            _taken.Add(article.Article.Id);
            _queue.Remove(article.Key);
        }
    }

    string Lines(int first, int count) => HttpSender.Lines(Enumerable.Range(first, count).Select(number => _stream.Article(number)));

    static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"a{number:000000}");

    string Write(string name, string content) => _folder.Write(Path.Combine("inbox", name), content);

    /// <summary>Begins now, as the files' times do; elapsed time is not touched when it is set back.</summary>
    sealed class Clock : TimeProvider
    {
        TimeSpan _elapsed;
        TimeSpan _back;

        public void Advance(TimeSpan span) => _elapsed += span;

        public void SetBack(TimeSpan span) => _back += span;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _elapsed - _back;

        public override long GetTimestamp() => _elapsed.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
