using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Soak;
using Xunit.Abstractions;

namespace ReliabilityEngine.Cli.Tests.Soak;

/// <summary>The short form of <c>tests/soak/run</c>: nothing lost, nothing double, whenever the process dies.</summary>
[Collection(TrainedModels.Name)]
public sealed class KillTests(TrainedDatabase trained, ITestOutputHelper output) : IDisposable
{
    /// <summary>Twice what it takes on a machine that has fifty times as much to do as it can.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_accepted_is_stored_once_however_often_the_process_is_killed()
    {
        if (OperatingSystem.IsWindows())
            return;
        var plan = new SoakPlan(Kills: 10, Articles: 500, Seed: Environment.ProcessId) { LongestLife = TimeSpan.FromSeconds(1) };
        output.WriteLine($"{plan}");
        trained.CopyTo(WorkerProcess.DatabaseIn(_folder.Path));
        var verdict = await Run(plan);
        foreach (var line in verdict.Summary)
            output.WriteLine(line);
        Assert.True(verdict.Complaints.Count == 0, $"{plan}: {string.Join('\n', verdict.Complaints)}");
    }

    async Task<SoakVerdict> Run(SoakPlan plan)
    {
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            return await new KillRun(plan, _folder.Path).Run(limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new([$"not through within {Longest.TotalMinutes} minutes"], []);
        }
    }
}
