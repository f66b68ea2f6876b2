using System.Diagnostics;
using System.Globalization;
using Dapper;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;
using Xunit.Abstractions;

namespace ReliabilityEngine.Cli.Tests.Soak;

/// <summary>
/// Nothing lost, nothing double, whenever the process dies. The short form runs with all tests; <c>tests/soak/run</c> sets the sizes of the
/// long one.
/// </summary>
[Collection(TrainedModels.Name)]
public sealed class KillTests : IDisposable
{
    const int Batch = 10;

    static readonly int Kills = Setting("RELIABILITY_SOAK_KILLS", 10);
    static readonly int Articles = Setting("RELIABILITY_SOAK_ARTICLES", 500);
    static readonly int Seed = Setting("RELIABILITY_SOAK_SEED", Environment.ProcessId);

    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;
    readonly ITestOutputHelper _output;

    public KillTests(TrainedDatabase trained, ITestOutputHelper output)
    {
        _output = output;
        _cli = new(_folder);
        trained.CopyTo(_cli.DatabasePath);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_accepted_is_stored_once_however_often_the_process_is_killed()
    {
        if (OperatingSystem.IsWindows())
            return;
        _output.WriteLine($"seed {Seed}, {Kills} kills, {Articles} articles");
        var watch = Stopwatch.StartNew();
        using var worker = new KilledWorker(_cli, _folder, new Random(Seed));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5 + Articles / 100));
        await worker.Start();
        var sending = SendAll(worker, limit.Token);
        for (var i = 0; i < Kills; i++)
        {
            await worker.Kill(longestMilliseconds: 1500);
            CheckIntegrity();
            await worker.Start();
        }

        await sending;
        await KilledWorker.Until(async () => await worker.QueueDepth() == 0 && worker.InboxIsEmpty);
        var ending = await worker.Terminate();
        _output.WriteLine($"{worker.Kills} kills in {watch.Elapsed}, the last process ended {ending.TotalSeconds:0.0} s after SIGTERM");
        CheckIntegrity();
        CheckArticles();
        Assert.True(ending < TimeSpan.FromSeconds(10), $"seed {Seed}: took {ending}");
    }

    /// <summary>One half over HTTP, the other as files in the inbox; every tenth batch twice.</summary>
    static async Task SendAll(KilledWorker worker, CancellationToken cancellation)
    {
        foreach (var (index, batch) in Ids().Chunk(Batch).Index())
        {
            for (var again = index % 10 == 0 ? 2 : 1; again > 0; again--)
            {
                if (index % 2 == 0)
                    await worker.Send(batch, cancellation);
                else
                    worker.Drop($"batch-{index}-{again}", batch);
            }

            // Spread over the kills, so that each finds something under way.
            await Task.Delay(Math.Max(10, Kills * 1000 / (Articles / Batch)), cancellation);
        }
    }

    void CheckIntegrity()
    {
        using var database = Database.OpenExisting(_cli.DatabasePath);
        Assert.Equal("ok", database.Connection.ExecuteScalar<string>("PRAGMA integrity_check"));
    }

    void CheckArticles()
    {
        using var database = Database.OpenExisting(_cli.DatabasePath);
        Assert.Equal(Ids().Order(StringComparer.Ordinal), database.Connection.Query<string>("SELECT id FROM articles ORDER BY id"));
        Assert.Equal(Articles, database.Connection.ExecuteScalar<int>("SELECT count(*) FROM scores"));
        Assert.Equal(Articles, database.Connection.ExecuteScalar<int>("SELECT count(*) FROM measurements"));
        Assert.Equal(0, database.Connection.ExecuteScalar<int>("SELECT count(*) FROM queue"));
        Assert.Equal(0, database.Connection.ExecuteScalar<int>("SELECT count(*) FROM quarantine"));
        Assert.Equal(0, database.Connection.ExecuteScalar<int>("SELECT count(*) FROM revisions"));
    }

    static IEnumerable<string> Ids() => Enumerable.Range(0, Articles).Select(i => i.ToString("000000", CultureInfo.InvariantCulture));

    static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : usual;
}
