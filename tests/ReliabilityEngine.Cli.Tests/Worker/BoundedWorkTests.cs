using ReliabilityEngine.Cli.Worker;

namespace ReliabilityEngine.Cli.Tests.Worker;

public sealed class BoundedWorkTests
{
    const long Megabyte = 1 << 20;

    [Fact]
    public async Task Waiting_for_a_place_is_not_counted()
    {
        using var work = new BoundedWork(TimeSpan.FromSeconds(20), 512 * Megabyte, TimeProvider.System);
        using var gate = new ManualResetEventSlim();
        // More than there are places for: the last begin when the first are through.
        var all = Enumerable.Range(0, Environment.ProcessorCount * 3).Select(i => work.Run(10, () => { gate.Wait(); return i; }, CancellationToken.None)).ToList();
        Assert.All(all, task => Assert.False(task.IsCompleted));
        gate.Set();
        Assert.Equal(Enumerable.Range(0, all.Count), await Task.WhenAll(all));
    }

    [Fact]
    public async Task What_does_not_end_is_left_to_itself_and_its_place_is_free()
    {
        using var work = new BoundedWork(TimeSpan.FromMilliseconds(1), 512 * Megabyte, TimeProvider.System);
        using var never = new ManualResetEventSlim();
        for (var i = 0; i < Environment.ProcessorCount * 4; i++)
            await Assert.ThrowsAsync<TimeoutException>(() => work.Run(10, () => Wait(never), CancellationToken.None));
        await Assert.ThrowsAsync<TooMuchLeftException>(() => work.Run(10, () => true, CancellationToken.None));
        never.Set();
    }

    [Fact]
    public async Task What_would_need_too_much_memory_is_not_begun()
    {
        using var work = new BoundedWork(TimeSpan.FromSeconds(20), 64 * Megabyte, TimeProvider.System);
        var trouble = await Assert.ThrowsAsync<WorkTooLargeException>(() => work.Run<bool>(1_000_000, () => throw new InvalidOperationException("begun"), CancellationToken.None));
        Assert.Equal("would need about 138 MB of memory, expected at most 64", trouble.Message);
        Assert.True(await work.Run(100_000, () => true, CancellationToken.None));
    }

    static bool Wait(ManualResetEventSlim gate)
    {
        gate.Wait();
        return true;
    }
}
