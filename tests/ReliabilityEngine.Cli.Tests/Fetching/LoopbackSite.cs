using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReliabilityEngine.Cli.Tests.Fetching;

/// <summary>A site on the loopback address that answers, byte for byte, as badly as it is told to.</summary>
sealed class LoopbackSite : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _stop = new();
    readonly Dictionary<string, Func<Stream, string, CancellationToken, Task>> _answers = [];

    public LoopbackSite() => _listener.Start();

    public ConcurrentQueue<string> Requests { get; } = [];

    public Uri Address(string path) => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{path}");

    public LoopbackSite With(string path, string body, string headers = "", int status = 200) => With(path, Encoding.UTF8.GetBytes(body), headers, status);

    public LoopbackSite With(string path, byte[] body, string headers = "", int status = 200) => With(path, async (stream, _, cancellation) =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Any\r\nContent-Length: {body.Length}\r\n{headers}\r\n"), cancellation);
        await stream.WriteAsync(body, cancellation);
    });

    /// <summary>Takes the raw stream and the request's head; the connection closes behind it.</summary>
    public LoopbackSite With(string path, Func<Stream, string, CancellationToken, Task> answer)
    {
        _answers[path] = answer;
        return this;
    }

    public LoopbackSite Open()
    {
        _ = Accept();
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        _stop.Dispose();
    }

    async Task Accept()
    {
        try
        {
            while (true)
                _ = Answer(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    async Task Answer(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            var head = await ReadHead(stream);
            var path = head.Split(' ')[1];
            Requests.Enqueue(head);
            if (_answers.TryGetValue(path, out var answer))
                await answer(stream, head, _stop.Token);
            else
                await stream.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), _stop.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(Stream.Null, _stop.Token);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The caller has hung up, as it should.
        }
    }

    async Task<string> ReadHead(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer, _stop.Token) > 0)
            head.Append((char)buffer[0]);
        return head.ToString();
    }
}
