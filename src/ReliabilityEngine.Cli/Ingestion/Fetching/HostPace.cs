using System.Collections.Concurrent;

namespace ReliabilityEngine.Cli.Ingestion.Fetching;

/// <summary>One request at a time to a host, and a pause between two.</summary>
sealed class HostPace(TimeProvider time, TimeSpan pause)
{
    /// <summary>A page may link to hosts without number.</summary>
    public const int MostHosts = 1000;

    readonly ConcurrentDictionary<string, Lane> _lanes = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="asked">A longer pause that the site asks for.</param>
    public async Task<T> Run<T>(Uri address, TimeSpan? asked, Func<Task<T>> request, CancellationToken cancellation)
    {
        var lane = _lanes.GetOrAdd(address.Authority, _ => new());
        await lane.Gate.WaitAsync(cancellation);
        try
        {
            if (lane.LastRequest is { } last && Longer(asked) - time.GetElapsedTime(last) is var rest && rest > TimeSpan.Zero)
                await Task.Delay(rest, time, cancellation);
            return await request();
        }
        finally
        {
            lane.LastRequest = time.GetTimestamp();
            lane.Gate.Release();
            if (_lanes.Count > MostHosts)
                ForgetOldest();
        }
    }

    public int Hosts => _lanes.Count;

    void ForgetOldest()
    {
        foreach (var (host, _) in _lanes.Where(lane => lane.Value.Gate.CurrentCount == 1).OrderBy(lane => lane.Value.LastRequest).Take(_lanes.Count - MostHosts + (MostHosts / 10)))
            _lanes.TryRemove(host, out _);
    }

    TimeSpan Longer(TimeSpan? asked) => asked > pause ? asked.Value : pause;

    sealed class Lane
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public long? LastRequest { get; set; }
    }
}
