using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ReliabilityEngine.Soak;

/// <summary>The program at work in a folder: on its inbox, a feed, and over HTTP; killed and started again.</summary>
/// <param name="settings">Over the program's own, by their names in the environment.</param>
sealed class WorkerProcess(string folder, IReadOnlyDictionary<string, string> settings) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(1);

    readonly int _port = FreePort();
    readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(20) };
    Process? _process;
    Task<string> _log = Task.FromResult("");

    public static string DatabaseIn(string folder) => Path.Combine(folder, "soak.db");

    public static string InboxIn(string folder) => Path.Combine(folder, "inbox");

    public HttpClient Client => _client;

    public bool HasEnded => _process!.HasExited;

    public int ExitCode => _process!.ExitCode;

    /// <summary>All that it wrote to standard error; there when it has ended.</summary>
    public Task<string> Log => _log;

    public Uri Url(string path) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}{path}"));

    public void Start()
    {
        _process?.Dispose();
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "reliability.exe" : "reliability");
        var start = new ProcessStartInfo(program, ["run", "--http", "--inbox", InboxIn(folder)])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings())
            start.Environment[name] = value;
        _process = Process.Start(Interruptible.Of(start))!;
        _log = _process.StandardError.ReadToEndAsync();
    }

    public Task UntilReady(CancellationToken cancellation = default) => Until(
        async () => HasEnded
            ? throw new InvalidOperationException($"the worker ended by itself with {ExitCode}: {await Log}")
            : (await _client.GetAsync(Url("/health/ready"), cancellation)).IsSuccessStatusCode,
        cancellation);

    /// <summary>Without a warning: it gets no chance to put anything in order.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    public Task<TimeSpan> Terminate() => Signal("TERM");

    /// <summary>How long it took to end by a signal.</summary>
    public async Task<TimeSpan> Signal(string signal)
    {
        var watch = Stopwatch.StartNew();
        using (var kill = Process.Start("kill", [$"-{signal}", _process!.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        using var limit = new CancellationTokenSource(LongestEnd);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"SIG{signal} did not end the worker within {LongestEnd.TotalSeconds} s");
        }

        return watch.Elapsed;
    }

    public async Task<int> QueueDepth()
    {
        var metrics = await _client.GetStringAsync(Url("/metrics"));
        return int.Parse(metrics.Split('\n').Single(line => line.StartsWith("reliability_queue_depth ", StringComparison.Ordinal)).Split(' ')[1], CultureInfo.InvariantCulture);
    }

    /// <summary>Until something holds, whose asking may fail meanwhile.</summary>
    public static async Task Until(Func<Task<bool>> condition, CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        while (!await Holds(condition))
        {
            if (watch.Elapsed > Patience)
                throw new TimeoutException($"waited longer than {Patience.TotalSeconds} s");
            await Task.Delay(50, cancellation);
        }
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
            _process.Kill();
        _process?.Dispose();
        _client.Dispose();
    }

    Dictionary<string, string> Settings() => new(settings)
    {
        ["RELIABILITY_DB"] = DatabaseIn(folder),
        ["RELIABILITY_HTTP__LISTEN"] = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_port}"),
        ["XDG_CONFIG_HOME"] = folder,
        ["XDG_DATA_HOME"] = folder,
    };

    static async Task<bool> Holds(Func<Task<bool>> condition)
    {
        try
        {
            return await condition();
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            // A cancellation is met where the next asking is waited for.
            return false;
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
