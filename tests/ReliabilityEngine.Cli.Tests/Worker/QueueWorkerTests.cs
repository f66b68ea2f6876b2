using System.Collections.Concurrent;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Cli.Worker;

namespace ReliabilityEngine.Cli.Tests.Worker;

public sealed class QueueWorkerTests : IDisposable
{
    static readonly QueueOptions Options = new() { Capacity = 100, Tries = 2, FirstPauseSeconds = 0, LeaseSeconds = 60, SecondsPerArticle = 4, MegabytesPerArticle = 512 };

    readonly TemporaryFolder _folder = new();
    readonly Database _database;
    readonly ArticleQueue _queue;
    readonly ConcurrentQueue<string> _stored = [];

    public QueueWorkerTests()
    {
        _database = Database.OpenOrCreate(_folder.File("test.db"));
        _queue = ArticleQueue.Open(_database.Path, Options, TimeProvider.System);
    }

    public void Dispose()
    {
        _queue.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Poison_and_endless_articles_are_set_aside_and_stop_no_other()
    {
        using var hang = new ManualResetEventSlim();
        _queue.TryAdd([.. Enumerable.Range(0, 10).Select(i => new Arrival("http", Some.Article($"good-{i}"))), new("http", Some.Article("poison")), new("http", Some.Article("endless"))]);
        await RunUntil(() => _queue.Depth() == 0, article =>
        {
            if (article.Id == "poison")
                throw new InvalidDataException("poisoned");
            if (article.Id == "endless")
                hang.Wait(TimeSpan.FromMinutes(1));
            return () => _stored.Enqueue(article.Id);
        });
        hang.Set();
        Assert.Equal(10, _stored.Distinct().Count());
        Assert.Equal(10, _stored.Count);
        var reasons = new QuarantineStore(_database).All().ToDictionary(article => article.Article.Id, article => article.Reason);
        Assert.Contains("poisoned", reasons["poison"], StringComparison.Ordinal);
        Assert.Contains("took more than", reasons["endless"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Being_stopped_loses_nothing_and_costs_no_try()
    {
        _queue.TryAdd([.. Enumerable.Range(0, 20).Select(i => new Arrival("http", Some.Article($"{i}")))]);
        await RunUntil(() => _stored.Count >= 3, article => () => _stored.Enqueue(article.Id));
        Assert.Equal(20, _stored.Count + _queue.Depth());
        Assert.All(_queue.Take(100), article => Assert.Equal(1, article.Tries));
    }

    [Fact]
    public async Task Two_workers_on_one_database_share_the_work()
    {
        _queue.TryAdd([.. Enumerable.Range(0, 40).Select(i => new Arrival("http", Some.Article($"{i}")))]);
        using var second = ArticleQueue.Open(_database.Path, Options, TimeProvider.System);
        await Task.WhenAll(
            RunUntil(() => _queue.Depth() == 0, article => () => _stored.Enqueue(article.Id)),
            RunUntil(() => second.Depth() == 0, article => () => _stored.Enqueue(article.Id), second));
        Assert.Equal(40, _stored.Count);
        Assert.Equal(40, _stored.Distinct().Count());
    }

    [Fact]
    public async Task What_waits_long_for_its_turn_is_kept_from_others()
    {
        _queue.TryAdd([new("http", Some.Article("slow"))]);
        var options = new QueueOptions { Capacity = 100, Tries = 2, LeaseSeconds = 3, SecondsPerArticle = 60, MegabytesPerArticle = 512 };
        using var queue = ArticleQueue.Open(_database.Path, options, TimeProvider.System);
        using var isKept = new ManualResetEventSlim();
        var leases = new HashSet<string>();
        await RunUntil(
            () =>
            {
                leases.Add(_database.Connection.QuerySingleOrDefault<string>("SELECT leased_until FROM queue WHERE leased_until IS NOT NULL") ?? "");
                if (leases.Count(lease => lease.Length > 0) == 3)
                    isKept.Set();
                return !_stored.IsEmpty;
            },
            article =>
            {
                isKept.Wait();
                return () => _stored.Enqueue(article.Id);
            },
            queue, options);
        Assert.Equal(["slow"], _stored);
    }

    async Task RunUntil(Func<bool> isDone, Func<Article, Action> judge, ArticleQueue? queue = null, QueueOptions? options = null)
    {
        using var worker = new QueueWorker(queue ?? _queue, queued => judge(queued.Article), options ?? Options, TimeProvider.System, NullLogger<QueueWorker>.Instance, new Some.Lifetime());
        await worker.StartAsync(CancellationToken.None);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!isDone() && worker.Failure is null)
            await Task.Delay(20, limit.Token);
        await worker.StopAsync(CancellationToken.None);
        Assert.Null(worker.Failure);
    }
}
