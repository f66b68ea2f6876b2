using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ReliabilityEngine.Cli;

/// <summary>Works on a sequence with all cores, and gives the results in the order of the input.</summary>
static class OrderedPipeline
{
    /// <summary>Holds at most a few items a core between reading and taking.</summary>
    public static async IAsyncEnumerable<TResult> Run<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, TResult> work, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var tasks = Channel.CreateBounded<Task<TResult>>(new BoundedChannelOptions(Environment.ProcessorCount * 4)
        {
            SingleReader = true,
            SingleWriter = true,
        });
        // A thread of its own: reading may wait for input without end, and the pool's threads are for the work, and for signals.
        _ = Task.Factory.StartNew(() => Start(items, work, tasks.Writer, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            await foreach (var task in tasks.Reader.ReadAllAsync(cancellation))
                yield return await task.WaitAsync(cancellation);
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    static void Start<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, TResult> work, ChannelWriter<Task<TResult>> tasks, CancellationToken stop)
    {
        try
        {
            foreach (var item in items)
                tasks.WriteAsync(Task.Run(() => work(item), stop), stop).AsTask().GetAwaiter().GetResult();
            tasks.Complete();
        }
        catch (Exception error)
        {
            // The taker meets it where the sequence breaks off.
            tasks.Complete(error);
        }
    }
}
