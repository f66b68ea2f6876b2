using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ReliabilityEngine.Cli.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Soak;

/// <summary>The program at work on an inbox and over HTTP, killed at random moments and started again.</summary>
sealed class KilledWorker : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly CliRunner _cli;
    readonly TemporaryFolder _folder;
    readonly Random _random;
    readonly int _port = FreePort();
    readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(10) };
    Process? _process;

    public KilledWorker(CliRunner cli, TemporaryFolder folder, Random random)
    {
        (_cli, _folder, _random) = (cli, folder, random);
        Directory.CreateDirectory(folder.File("inbox"));
    }

    public int Kills { get; private set; }

    public async Task Start()
    {
        _process?.Dispose();
        _process = _cli.Start(new Dictionary<string, string>
        {
            ["RELIABILITY_HTTP__LISTEN"] = $"127.0.0.1:{_port}",
            ["RELIABILITY_QUEUE__LEASESECONDS"] = "1",
            ["RELIABILITY_QUEUE__SECONDSPERARTICLE"] = "1",
            ["RELIABILITY_QUEUE__TRIES"] = "1000",
            ["RELIABILITY_QUEUE__FIRSTPAUSESECONDS"] = "0",
            ["RELIABILITY_INBOX__SETTLESECONDS"] = "0",
            ["RELIABILITY_INBOX__POLLSECONDS"] = "0.05",
        }, "run", "--http", "--inbox", "inbox");
        _ = _process.StandardError.ReadToEndAsync();
        await Until(async () => (await _client.GetAsync(Url("/health/ready"))).IsSuccessStatusCode);
    }

    /// <summary>Gives the process a moment and takes its life, at whatever it is.</summary>
    public async Task Kill(int longestMilliseconds)
    {
        await Task.Delay(_random.Next(longestMilliseconds));
        _process!.Kill();
        await _process.WaitForExitAsync();
        Kills++;
    }

    /// <summary>Hands articles in as a careful sender does: again and again until they are acknowledged.</summary>
    public async Task Send(IEnumerable<string> ids, CancellationToken cancellation)
    {
        var body = string.Join('\n', ids.Select(Article));
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
                using var response = await _client.PostAsync(Url("/api/v1/articles"), content, cancellation);
                if (response.StatusCode == HttpStatusCode.Accepted)
                    return;
            }
            catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException)
            {
                // It is dead, or died while it answered.
            }

            await Task.Delay(50, cancellation);
        }
    }

    /// <summary>A file that is written beside the inbox and moved in, as the manual asks.</summary>
    public void Drop(string name, IEnumerable<string> ids)
    {
        var part = _folder.Write(Path.Combine("inbox", $"{name}.part"), string.Join('\n', ids.Select(Article)));
        File.Move(part, _folder.File(Path.Combine("inbox", $"{name}.jsonl")));
    }

    public bool InboxIsEmpty => Directory.GetFiles(_folder.File("inbox")).Length == 0;

    public async Task<int> QueueDepth()
    {
        var metrics = await _client.GetStringAsync(Url("/metrics"));
        return int.Parse(metrics.Split('\n').Single(line => line.StartsWith("reliability_queue_depth ", StringComparison.Ordinal)).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>SIGTERM; how long the process took to end by it.</summary>
    public async Task<TimeSpan> Terminate()
    {
        var watch = Stopwatch.StartNew();
        Process.Start("kill", ["-TERM", $"{_process!.Id}"]).WaitForExit();
        await _process.WaitForExitAsync();
        Assert.Equal(ExitCode.Done, _process.ExitCode);
        return watch.Elapsed;
    }

    public static async Task Until(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await Holds(condition))
        {
            Assert.True(watch.Elapsed < Patience, "waited too long");
            await Task.Delay(50);
        }
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
            _process.Kill();
        _process?.Dispose();
        _client.Dispose();
    }

    static async Task<bool> Holds(Func<Task<bool>> condition)
    {
        try
        {
            return await condition();
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    static string Article(string id) => JsonSerializer.Serialize(new
    {
        id,
        outlet = "The Harbour Post",
        title = $"Quay {id} to close",
        text = $"The harbour board will close quay {id} in May, its chair, Ada Quill, said on Monday. \"The piles are worn,\" she said. "
            + "A person familiar with the plan said that the work might take two years. It probably will, since the piles are worn and nobody has ordered new ones yet.",
    });

    string Url(string path) => $"http://127.0.0.1:{_port}{path}";

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
