using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using ReliabilityEngine.Cli.Ingestion.Fetching;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Fetching;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Cli.Worker;

namespace ReliabilityEngine.Cli.Tests.Breaking;

/// <summary>Feed servers that mean no good: what they do ends in a note and a longer pause, and takes no more than a feed may take.</summary>
public sealed class HostileFeedTests : IDisposable
{
    const int MostBytes = 1 << 20;

    static readonly string Good = $"<rss><channel><title>Harbour</title><item><guid>1</guid><description>{Some.Text.Replace("\n", " ", StringComparison.Ordinal)}</description></item></channel></rss>";

    readonly TemporaryFolder _folder = new();
    readonly Database _database;
    readonly ArticleQueue _queue;
    readonly Fetcher _fetcher = FetcherThatWaits(seconds: 10);
    readonly Fetcher _impatient = FetcherThatWaits(seconds: 1);
    long _sent;

    public HostileFeedTests()
    {
        _database = Database.OpenOrCreate(_folder.File("test.db"));
        _queue = ArticleQueue.Open(_database.Path, new() { Capacity = 100, Tries = 2, LeaseSeconds = 60, SecondsPerArticle = 30 }, TimeProvider.System);
    }

    public void Dispose()
    {
        _fetcher.Dispose();
        _impatient.Dispose();
        _queue.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("hangs", "no whole answer within 1 s")]
    [InlineData("trickles", "no whole answer within 1 s")]
    [InlineData("sends ten gigabytes", "")]
    [InlineData("announces ten gigabytes", "expected at most")]
    [InlineData("sends headers without end", "")]
    [InlineData("redirects for ever", "more than 3 redirects")]
    [InlineData("redirects to itself in another way", "more than 3 redirects")]
    [InlineData("redirects to a file", "expected an http or https address")]
    [InlineData("says it is gzip and it is noise", "")]
    [InlineData("packs a bomb", "unpacked")]
    [InlineData("packs a bomb in a bomb", "")]
    [InlineData("announces more than it sends", "")]
    [InlineData("hangs up", "")]
    [InlineData("answers no HTTP", "")]
    [InlineData("says it is UTF-16", "")]
    public async Task A_server_that(string behaviour, string reason)
    {
        await using var site = new LoopbackSite();
        foreach (var path in (string[])["/feed", "/feed?again"])
            site.With(path, (stream, _, cancellation) => Answer(behaviour, site, stream, cancellation));
        site.Open();
        var source = new FeedSource([], behaviour is "hangs" or "trickles" ? _impatient : _fetcher, Some.Work, _queue, () => new(_database, TimeProvider.System), TimeProvider.System, NullLogger<FeedSource>.Instance);
        var watch = Stopwatch.StartNew();
        var pause = await source.ReadOnce(new() { Address = site.Address("/feed").AbsoluteUri, Minutes = 10 }, new(_database, TimeProvider.System), CancellationToken.None);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
        Assert.True(pause >= TimeSpan.FromMinutes(10), $"{pause}");
        Assert.Equal(0, _queue.Depth());
        var (failures, trouble) = _database.Connection.QuerySingle<(int, string)>("SELECT failures, trouble FROM feeds");
        Assert.Equal(1, failures);
        Assert.Contains(reason, trouble, StringComparison.Ordinal);
        Assert.True(_sent < 64 << 20, $"{_sent} bytes before it was cut");
    }

    static Fetcher FetcherThatWaits(int seconds) => new(
        new() { UserAgent = "ReliabilityEngine/test", TimeoutSeconds = seconds, MaxRedirects = 3, AllowedHosts = ["127.0.0.1"] }, MostBytes, TimeProvider.System);

    [Fact]
    public async Task A_server_that_lies_about_type_and_packing_and_sends_a_feed_all_the_same_is_read()
    {
        await using var site = new LoopbackSite().With("/feed", Good, "Content-Type: image/png; charset=no-such\r\nContent-Encoding: gzip\r\n").Open();
        var source = new FeedSource([], _fetcher, Some.Work, _queue, () => new(_database, TimeProvider.System), TimeProvider.System, NullLogger<FeedSource>.Instance);
        await source.ReadOnce(new() { Address = site.Address("/feed").AbsoluteUri, Minutes = 10 }, new(_database, TimeProvider.System), CancellationToken.None);
        Assert.Equal(1, _queue.Depth());
    }

    Task Answer(string behaviour, LoopbackSite site, Stream stream, CancellationToken cancellation)
    {
        return behaviour switch
        {
            "hangs" => Task.Delay(Timeout.Infinite, cancellation),
            "trickles" => Stream("HTTP/1.1 200 OK\r\n\r\n", "x", TimeSpan.FromMilliseconds(20)),
            "sends ten gigabytes" => Stream("HTTP/1.1 200 OK\r\n\r\n", new string('x', 1 << 16), TimeSpan.Zero),
            "announces ten gigabytes" => Write("HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n<rss>"),
            "sends headers without end" => Stream("HTTP/1.1 200 OK\r\n", $"X-Header: {new string('x', 1000)}\r\n", TimeSpan.Zero),
            "redirects for ever" => Write("HTTP/1.1 302 Found\r\nLocation: /feed\r\nContent-Length: 0\r\n\r\n"),
            "redirects to itself in another way" => Write($"HTTP/1.1 307 Found\r\nLocation: {site.Address("/feed?again")}\r\nContent-Length: 0\r\n\r\n"),
            "redirects to a file" => Write("HTTP/1.1 301 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n"),
            "says it is gzip and it is noise" => Packed([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff, 0xff, 0xff], "gzip"),
            "packs a bomb" => Packed(Pack(new byte[50_000_000]), "gzip"),
            "packs a bomb in a bomb" => Packed(Pack(Pack(new byte[50_000_000])), "gzip, gzip"),
            "announces more than it sends" => Write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + Good),
            "hangs up" => Task.CompletedTask,
            "answers no HTTP" => Write("\u0016\u0003\u0001\u0002SSH-2.0-OpenSSH\r\n"),
            "says it is UTF-16" => Write($"HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=utf-16\r\nContent-Length: {Good.Length}\r\n\r\n<?xml version=\"1.0\" encoding=\"utf-16\"?>\0\0"),
            _ => throw new ArgumentException(behaviour, nameof(behaviour)),
        };

        Task Write(string text) => stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancellation).AsTask();

        async Task Packed(byte[] bytes, string encoding)
        {
            await Write($"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nContent-Length: {bytes.Length}\r\n\r\n");
            await stream.WriteAsync(bytes, cancellation);
        }

        async Task Stream(string head, string piece, TimeSpan pause)
        {
            await Write(head);
            for (; _sent < 10_000_000_000; _sent += piece.Length)
            {
                await Write(piece);
                if (pause > TimeSpan.Zero)
                    await Task.Delay(pause, cancellation);
            }
        }
    }

    static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest))
            packer.Write(bytes);
        return packed.ToArray();
    }
}
