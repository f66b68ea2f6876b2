using System.Globalization;
using ReliabilityEngine.Cli.Configuration;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>
/// Works on articles side by side, each within a time that counts from its own beginning, and within a memory that is estimated beforehand:
/// what runs in .NET cannot be ended from outside. Work that passes its time is left to itself; where too much of it is left, the process has to end.
/// </summary>
sealed class BoundedWork(TimeSpan longest, long mostBytes, TimeProvider time) : IDisposable
{
    // Measured on texts of 0.1 to 4 MB.
    const long BytesPerCharacter = 128;
    const long BytesPerArticle = 16 << 20;

    /// <summary>From this part of the memory on, one at a time.</summary>
    const int LargePart = 8;

    static readonly int Places = Environment.ProcessorCount;
    static readonly int MostLeft = Places * 4;

    readonly SemaphoreSlim _places = new(Places);
    readonly SemaphoreSlim _large = new(1);
    int _left;

    public static BoundedWork Within(QueueOptions limits, TimeProvider time) =>
        new(TimeSpan.FromSeconds(limits.SecondsPerArticle), (long)limits.MegabytesPerArticle << 20, time);

    /// <exception cref="TimeoutException">It took longer than it may.</exception>
    /// <exception cref="WorkTooLargeException">It would need more memory than it may.</exception>
    public async Task<T> Run<T>(int characters, Func<T> work, CancellationToken cancellation)
    {
        var bytes = BytesPerArticle + (characters * BytesPerCharacter);
        if (bytes > mostBytes)
            throw new WorkTooLargeException(string.Create(CultureInfo.InvariantCulture, $"would need about {bytes >> 20} MB of memory, expected at most {mostBytes >> 20}"));
        var isLarge = bytes > mostBytes / LargePart;
        if (isLarge)
            await _large.WaitAsync(cancellation);
        try
        {
            await _places.WaitAsync(cancellation);
            try
            {
                return await RunNow(work, cancellation);
            }
            finally
            {
                _places.Release();
            }
        }
        finally
        {
            if (isLarge)
                _large.Release();
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _large.Dispose();
    }

    async Task<T> RunNow<T>(Func<T> work, CancellationToken cancellation)
    {
        if (Volatile.Read(ref _left) >= MostLeft)
            throw new TooMuchLeftException($"{MostLeft} articles were not done in their time and still run; the process has to end");
        // A thread of its own: work that never ends keeps none of the pool's.
        var running = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return await running.WaitAsync(longest, time, cancellation);
        }
        catch (TimeoutException)
        {
            Interlocked.Increment(ref _left);
            _ = running.ContinueWith(_ => Interlocked.Decrement(ref _left), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw;
        }
    }
}

/// <summary>An article that is larger than the memory it may have.</summary>
sealed class WorkTooLargeException(string reason) : Exception(reason);

/// <summary>So much work has not come to its end that the process has to.</summary>
sealed class TooMuchLeftException(string reason) : Exception(reason);
