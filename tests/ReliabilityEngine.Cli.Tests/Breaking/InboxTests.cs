using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Cli.Worker;
using ReliabilityEngine.Ratings;
using ReliabilityEngine.Soak;

namespace ReliabilityEngine.Cli.Tests.Breaking;

/// <summary>Files that change under the reader's hands.</summary>
public sealed class InboxTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly Clock _clock = new();
    readonly EngineOptions _options;
    readonly Database _database;

    public InboxTests()
    {
        Directory.CreateDirectory(_folder.File("inbox"));
        _options = new() { MaxArticleMegabytes = 1, Inbox = new() { Folder = _folder.File("inbox"), SettleSeconds = 2, PollSeconds = .02 } };
        _database = Database.OpenOrCreate(_folder.File("test.db"));
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_that_is_deleted_while_it_is_read_stops_no_other()
    {
        _options.Inbox.SettleSeconds = 0;
        var stream = new ArticleStream(3);
        var first = Write("1.jsonl", HttpSender.Lines(Enumerable.Range(0, 40).Select(number => stream.Article(number))));
        Write("2.jsonl", HttpSender.Lines([stream.Article(100)]));
        await RunUntil(() => File.Exists(_folder.File("inbox/done/2.jsonl")), () =>
        {
            if (Count() > 0)
                File.Delete(first);
        });
        Assert.Equal(41, Count());
        Assert.False(File.Exists(_folder.File("inbox/done/1.jsonl")));
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
        using var desk = new ScoringDesk(ScorerInUse.Load(_database, Some.Instrument, AdmiraltyScale.Default), _database, TimeProvider.System, again: false);
        using var worker = new InboxWorker(new(_options.Inbox, TimeProvider.System), desk, _options, TimeProvider.System, NullLogger<InboxWorker>.Instance, new Some.Lifetime());
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

    int Count()
    {
        using var other = Database.OpenExisting(_database.Path);
        return other.Connection.ExecuteScalar<int>("SELECT count(*) FROM articles");
    }

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
