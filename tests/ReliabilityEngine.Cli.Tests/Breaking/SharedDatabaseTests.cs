using System.Text;
using Dapper;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Soak;

namespace ReliabilityEngine.Cli.Tests.Breaking;

/// <summary>Several processes on one database.</summary>
[Collection(TrainedModels.Name)]
public sealed class SharedDatabaseTests : IDisposable
{
    const int Articles = 200;

    static readonly Dictionary<string, string> Settings = new() { ["RELIABILITY_INBOX__SETTLESECONDS"] = "0", ["RELIABILITY_INBOX__POLLSECONDS"] = "0.05" };

    readonly TemporaryFolder _folder = new();
    readonly ArticleStream _stream = new(5);

    public SharedDatabaseTests(TrainedDatabase trained)
    {
        trained.CopyTo(WorkerProcess.DatabaseIn(_folder.Path));
        Directory.CreateDirectory(WorkerProcess.InboxIn(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Both on one queue and one inbox.</summary>
    [Fact]
    public async Task Two_workers_and_reports_at_once_store_each_article_once()
    {
        using var one = await Started();
        using var two = await Started();
        var numbers = Enumerable.Range(0, Articles).ToList();
        var plan = new SoakPlan(1, Articles, 5);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var sending = Task.WhenAll(
            new HttpSender(_stream, one, new(plan)).Post(numbers[..60].Select(number => _stream.Article(number)), limit.Token),
            new HttpSender(_stream, two, new(plan)).Post(numbers[60..120].Select(number => _stream.Article(number)), limit.Token),
            new InboxSender(_stream, WorkerProcess.InboxIn(_folder.Path), new(plan)).Send(numbers[120..], 5, limit.Token));
        var reports = Task.Run(() => Enumerable.Range(0, 3).Select(_ => Report()).ToList());
        await sending;
        Assert.All(await reports, report => Assert.True(report.ExitCode == ExitCode.Done, report.Error));
        await WorkerProcess.Until(async () => Directory.GetFiles(WorkerProcess.InboxIn(_folder.Path)).Length == 0 && await one.QueueDepth() == 0);
        foreach (var worker in (WorkerProcess[])[one, two])
        {
            await worker.Terminate();
            Assert.True(worker.ExitCode == ExitCode.Done, await worker.Log);
        }

        Assert.DoesNotContain("failed on", await one.Log + await two.Log, StringComparison.Ordinal);
        Assert.Empty(Witness.Complaints(WorkerProcess.DatabaseIn(_folder.Path), numbers.Select(number => _stream.Article(number)).ToDictionary(article => article.Number), _ => true, former: []));
        Assert.Equal("ok", Witness.Integrity(WorkerProcess.DatabaseIn(_folder.Path)));
    }

    [Fact]
    public async Task A_database_that_another_process_locks_is_waited_for()
    {
        using var worker = await Started();
        using var content = new StringContent(HttpSender.Lines([_stream.Article(1)]), Encoding.UTF8, "application/x-ndjson");
        Task<HttpResponseMessage> answer;
        using (var other = Database.OpenExisting(WorkerProcess.DatabaseIn(_folder.Path)))
        using (var transaction = other.Connection.BeginTransaction(deferred: false))
        {
            File.WriteAllText(Path.Combine(WorkerProcess.InboxIn(_folder.Path), "2.jsonl"), HttpSender.Lines([_stream.Article(2)]));
            answer = worker.Client.PostAsync(worker.Url("/api/v1/articles"), content);
            Assert.NotSame(answer, await Task.WhenAny(answer, Task.Delay(1500)));
        }

        Assert.Equal(System.Net.HttpStatusCode.Accepted, (await answer).StatusCode);
        await WorkerProcess.Until(() => Task.FromResult(Count("SELECT count(*) FROM scores") == 2));
        await worker.Terminate();
        Assert.True(worker.ExitCode == ExitCode.Done, await worker.Log);
    }

    async Task<WorkerProcess> Started()
    {
        var worker = new WorkerProcess(_folder.Path, Settings);
        worker.Start();
        await worker.UntilReady();
        return worker;
    }

    CliResult Report() => new CliRunner(_folder).Run("report", "outlets", "--db", WorkerProcess.DatabaseIn(_folder.Path));

    int Count(string query)
    {
        using var database = Database.OpenExisting(WorkerProcess.DatabaseIn(_folder.Path));
        return database.Connection.ExecuteScalar<int>(query);
    }
}
