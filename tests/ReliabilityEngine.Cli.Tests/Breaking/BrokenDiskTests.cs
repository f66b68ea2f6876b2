using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Cli.Worker;
using ReliabilityEngine.Ratings;
using ReliabilityEngine.Soak;

namespace ReliabilityEngine.Cli.Tests.Breaking;

/// <summary>The worker on a database that stops taking anything in, and then takes it again.</summary>
public sealed class BrokenDiskTests : IDisposable
{
    const int Articles = 60;

    static readonly QueueOptions Options = new() { Capacity = 1000, Tries = 2, LeaseSeconds = 600, SecondsPerArticle = 60, MegabytesPerArticle = 512 };

    readonly TemporaryFolder _folder = new();
    readonly Database _database;
    readonly ArticleQueue _queue;
    readonly ScoringDesk _desk;
    int _stored;

    public BrokenDiskTests()
    {
        _database = Database.OpenOrCreate(_folder.File("test.db"));
        _queue = ArticleQueue.Open(_database.Path, Options, TimeProvider.System);
        var stream = new ArticleStream(1);
        _queue.TryAdd([.. Enumerable.Range(0, Articles).Select(number => stream.Article(number)).Select(article => new Arrival("http", new() { Id = article.Id, Outlet = article.Outlet, Title = article.Title, Text = Long(article.Text) }))]);
        _desk = new(ScorerInUse.Load(_database, Some.Instrument, AdmiraltyScale.Default), _database, TimeProvider.System, again: false);
    }

    public void Dispose()
    {
        _desk.Dispose();
        _queue.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }

    /// <summary>Tests run as root, whom permissions do not stop: the connection itself is told to refuse, as it would on such a disk.</summary>
    [Theory]
    [InlineData("PRAGMA query_only = 1", "PRAGMA query_only = 0", "read-only")]
    [InlineData("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000", "disk is full")]
    public async Task What_could_not_be_stored_waits_and_is_stored_later(string breaks, string mends, string message)
    {
        var failure = Assert.IsType<SqliteException>(await Run(() => _stored == 5, () => _database.Connection.Execute(breaks)));
        Assert.Contains(message, StorageTrouble.Explain(failure), StringComparison.Ordinal);
        Assert.InRange(_stored, 5, Articles - 1);
        Assert.Equal(_stored, Count("SELECT count(*) FROM articles"));
        Assert.Equal(_stored, Count("SELECT count(*) FROM measurements"));
        Assert.Equal(Articles - _stored, Count("SELECT count(*) FROM queue"));
        Assert.Equal(0, Count("SELECT count(*) FROM queue WHERE leased_until IS NOT NULL"));

        _database.Connection.Execute(mends);
        Assert.Null(await Run(() => _queue.Depth() == 0, () => { }));
        Assert.Equal(Articles, Count("SELECT count(*) FROM articles"));
        Assert.Equal(Articles, Count("SELECT count(*) FROM scores"));
        Assert.Equal(0, Count("SELECT count(*) FROM quarantine"));
        Assert.Equal("ok", Witness.Integrity(_database.Path));
    }

    /// <summary>Until something holds, which is then acted on, and the worker has failed or has nothing left to do.</summary>
    async Task<Exception?> Run(Func<bool> isTime, Action act)
    {
        using var worker = new QueueWorker(_queue, Judge, Options, TimeProvider.System, NullLogger<QueueWorker>.Instance, new Some.Lifetime());
        await worker.StartAsync(CancellationToken.None);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (worker.Failure is null && _queue.Depth() > 0)
            await Task.Delay(5, limit.Token);
        await worker.StopAsync(CancellationToken.None);
        return worker.Failure;

        Action Judge(QueuedArticle article)
        {
            var judged = _desk.Judge(new(article.Source, article.Article));
            return () =>
            {
                _desk.File(judged);
                _stored++;
                if (isTime())
                    act();
            };
        }
    }

    /// <summary>So long that what an article leaves free in the queue does not hold all that is stored of it.</summary>
    static string Long(string text) => string.Join("\n\n", Enumerable.Repeat(text, 6));

    int Count(string query) => _database.Connection.ExecuteScalar<int>(query);
}
