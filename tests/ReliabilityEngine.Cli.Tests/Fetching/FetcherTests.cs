using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Ingestion.Fetching;

namespace ReliabilityEngine.Cli.Tests.Fetching;

/// <summary>Every test talks to a real server, which stands on the loopback address and is allowed by name.</summary>
public sealed class FetcherTests
{
    const int Limit = 100_000;

    [Fact]
    public async Task A_page_comes_with_its_type_and_validators()
    {
        await using var site = new LoopbackSite().With("/a", "hello", "Content-Type: text/html; charset=utf-8\r\nETag: \"x1\"\r\nLast-Modified: Tue, 04 Mar 2025 10:00:00 GMT\r\n").Open();
        var page = await Get(site.Address("/a"));
        Assert.Equal("hello", Encoding.UTF8.GetString(page.Body.Span));
        Assert.Equal("text/html", page.MediaType);
        Assert.Equal("utf-8", page.Charset);
        Assert.Equal(new("\"x1\"", "Tue, 04 Mar 2025 10:00:00 GMT"), page.Validators);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        await using var site = new LoopbackSite().With("/a", async (stream, head, cancellation) =>
        {
            var isKnown = head.Contains("If-None-Match: \"x1\"", StringComparison.Ordinal) && head.Contains("If-Modified-Since: Tue, 04 Mar 2025 10:00:00 GMT", StringComparison.Ordinal);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(isKnown ? "HTTP/1.1 304 Not Modified\r\n\r\n" : "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"), cancellation);
        }).Open();
        var page = await Get(site.Address("/a"), validators: new("\"x1\"", "Tue, 04 Mar 2025 10:00:00 GMT"));
        Assert.True(page.IsUnchanged);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://localhost/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    public async Task Addresses_of_the_house_are_refused(string address)
    {
        var trouble = await Assert.ThrowsAsync<FetchTrouble>(() => Get(new(address), allowed: []));
        Assert.Contains("no public address", trouble.Message, StringComparison.Ordinal);
        Assert.False(trouble.MayPass);
    }

    [Theory]
    [InlineData("http://")]
    [InlineData("///")]
    [InlineData("http://[::1")]
    [InlineData("//%00")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://localhost/")]
    public async Task A_redirect_that_leads_nowhere_is_trouble(string target)
    {
        await using var site = new LoopbackSite().With("/a", "", $"Location: {target}\r\n", 302).Open();
        await Assert.ThrowsAsync<FetchTrouble>(() => Get(site.Address("/a")));
    }

    [Fact]
    public async Task An_address_without_end_is_refused()
    {
        var trouble = await Assert.ThrowsAsync<FetchTrouble>(() => Get(new("http://127.0.0.1/" + new string('a', 5000))));
        Assert.Contains("expected at most 4096", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_into_the_house_is_refused()
    {
        await using var inside = new LoopbackSite().With("/secret", "secret").Open();
        await using var site = new LoopbackSite().With("/a", "", $"Location: http://localhost:{inside.Address("/").Port}/secret\r\n", 302).Open();
        var trouble = await Assert.ThrowsAsync<FetchTrouble>(() => Get(site.Address("/a")));
        Assert.Contains("localhost has no public address", trouble.Message, StringComparison.Ordinal);
        Assert.Empty(inside.Requests);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("gopher://127.0.0.1/x")]
    public async Task A_redirect_to_another_scheme_is_refused(string target)
    {
        await using var site = new LoopbackSite().With("/a", "", $"Location: {target}\r\n", 301).Open();
        Assert.Contains("expected an http", (await Assert.ThrowsAsync<FetchTrouble>(() => Get(site.Address("/a")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirects_are_followed_up_to_the_limit()
    {
        await using var site = new LoopbackSite()
            .With("/a", "", "Location: /b\r\n", 301).With("/b", "", "Location: c\r\n", 307).With("/c", "there")
            .With("/loop", "", "Location: /loop\r\n", 302).Open();
        var page = await Get(site.Address("/a"));
        Assert.Equal(site.Address("/c"), page.Address);
        Assert.Contains("more than 3 redirects", (await Assert.ThrowsAsync<FetchTrouble>(() => Get(site.Address("/loop")))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Packed_bodies_are_unpacked_and_bombs_are_stopped(string encoding)
    {
        await using var site = new LoopbackSite()
            .With("/good", Pack(encoding, Encoding.UTF8.GetBytes("hello")), $"Content-Encoding: {encoding}\r\n")
            .With("/bomb", Pack(encoding, new byte[50_000_000]), $"Content-Encoding: {encoding}\r\n").Open();
        Assert.Equal("hello", Encoding.UTF8.GetString((await Get(site.Address("/good"))).Body.Span));
        Assert.Contains("unpacked", (await Assert.ThrowsAsync<FetchTrouble>(() => Get(site.Address("/bomb"), limit: 1_000_000))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lie_about_the_encoding_does_no_harm()
    {
        await using var site = new LoopbackSite()
            .With("/plain", "not packed", "Content-Encoding: gzip\r\n")
            .With("/broken", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff, 0xff, 0xff], "Content-Encoding: gzip\r\n")
            .With("/odd", "x", "Content-Encoding: zstd\r\n").Open();
        Assert.Equal("not packed", Encoding.UTF8.GetString((await Get(site.Address("/plain"))).Body.Span));
        await Assert.ThrowsAsync<FetchTrouble>(() => Get(site.Address("/broken")));
        Assert.Contains("zstd", (await Assert.ThrowsAsync<FetchTrouble>(() => Get(site.Address("/odd")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_end_is_stopped_at_the_limit()
    {
        await using var site = new LoopbackSite().With("/endless", async (stream, _, cancellation) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), cancellation);
            for (var chunk = new byte[65536]; ;)
                await stream.WriteAsync(chunk, cancellation);
        }).With("/announced", async (stream, _, cancellation) =>
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n"u8.ToArray(), cancellation)).Open();
        Assert.Contains("expected at most", (await Assert.ThrowsAsync<FetchTrouble>(() => Get(site.Address("/endless")))).Message, StringComparison.Ordinal);
        Assert.Contains("10000000000", (await Assert.ThrowsAsync<FetchTrouble>(() => Get(site.Address("/announced")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_shorter_than_announced_is_no_answer()
    {
        await using var site = new LoopbackSite().With("/short", async (stream, _, cancellation) =>
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nonly this"u8.ToArray(), cancellation)).Open();
        Assert.True((await Assert.ThrowsAsync<FetchTrouble>(() => Get(site.Address("/short")))).MayPass);
    }

    [Theory]
    [InlineData("/hang")]
    [InlineData("/trickle")]
    public async Task A_server_that_hangs_or_trickles_is_given_up(string path)
    {
        await using var site = new LoopbackSite()
            .With("/hang", (_, _, cancellation) => Task.Delay(Timeout.Infinite, cancellation))
            .With("/trickle", async (stream, _, cancellation) =>
            {
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"u8.ToArray(), cancellation);
                while (true)
                {
                    await stream.WriteAsync("x"u8.ToArray(), cancellation);
                    await Task.Delay(20, cancellation);
                }
            }).Open();
        var watch = Stopwatch.StartNew();
        var trouble = await Assert.ThrowsAsync<FetchTrouble>(() => Get(site.Address(path), timeout: .3));
        Assert.True(trouble.MayPass);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(.25), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Redirects_and_what_they_lead_to_share_one_time()
    {
        await using var site = new LoopbackSite();
        Func<Stream, string, CancellationToken, Task> Slowly(string answer) => async (stream, _, cancellation) =>
        {
            await Task.Delay(500, cancellation);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), cancellation);
        };
        string Onward(string path) => $"HTTP/1.1 302 On\r\nLocation: {path}\r\nContent-Length: 0\r\n\r\n";
        site.With("/1", Slowly(Onward("/2"))).With("/2", Slowly(Onward("/3"))).With("/3", Slowly("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")).Open();
        Assert.Contains("no whole answer within 1 s", (await Assert.ThrowsAsync<FetchTrouble>(() => Get(site.Address("/1"), timeout: 1))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::ffff:0:0]/")]
    [InlineData("http://-/")]
    public async Task An_address_that_the_network_chokes_on_is_trouble(string address) =>
        await Assert.ThrowsAsync<FetchTrouble>(() => Get(new(address), ["127.0.0.1", "0.0.0.0", "::", "::ffff:0.0.0.0", "::ffff:0:0"]));

    [Fact]
    public async Task A_failure_that_may_pass_is_tried_again_and_one_that_stays_is_not()
    {
        var tries = 0;
        await using var site = new LoopbackSite().With("/a", async (stream, _, cancellation) =>
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Interlocked.Increment(ref tries) < 3 ? "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n" : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"), cancellation)).Open();
        Assert.Equal(2, (await Get(site.Address("/a"), retries: 3)).Body.Length);
        Assert.Equal(3, tries);
        var trouble = await Assert.ThrowsAsync<FetchTrouble>(() => Get(site.Address("/gone"), retries: 3));
        Assert.Equal(404, trouble.Status);
        Assert.Single(site.Requests, request => request.Contains("/gone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_robots_file_is_obeyed_and_asked_for_once()
    {
        await using var site = new LoopbackSite().With("/robots.txt", "User-agent: *\nDisallow: /private").With("/open", "x").With("/private/a", "y").Open();
        using var fetcher = Fetcher();
        await fetcher.Get(site.Address("/open"), default, default);
        await fetcher.Get(site.Address("/open"), default, default);
        Assert.Contains("robots.txt", (await Assert.ThrowsAsync<FetchTrouble>(() => fetcher.Get(site.Address("/private/a"), default, default))).Message, StringComparison.Ordinal);
        Assert.Single(site.Requests, request => request.Contains("/robots.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_is_asked_no_faster_than_agreed()
    {
        await using var site = new LoopbackSite().With("/a", "x").Open();
        using var fetcher = Fetcher(delay: .2);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => fetcher.Get(site.Address("/a"), default, default)));
        // At least three pages, one after the other, and a robots file before them.
        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(.59), $"took {watch.Elapsed}");
    }

    static async Task<Fetched> Get(
        Uri address, string[]? allowed = null, Validators validators = default, int limit = Limit, double timeout = 10, int retries = 0)
    {
        using var fetcher = Fetcher(allowed, limit, timeout, retries);
        return await fetcher.Get(address, validators, CancellationToken.None);
    }

    static Fetcher Fetcher(string[]? allowed = null, int limit = Limit, double timeout = 10, int retries = 0, double delay = 0) => new(
        new()
        {
            UserAgent = "ReliabilityEngine/test",
            TimeoutSeconds = timeout,
            MaxRedirects = 3,
            Retries = retries,
            HostDelaySeconds = delay,
            AllowedHosts = allowed ?? ["127.0.0.1"],
        },
        limit, TimeProvider.System);

    static byte[] Pack(string encoding, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
            _ => new BrotliStream(packed, CompressionLevel.Fastest),
        })
            packer.Write(bytes);
        return packed.ToArray();
    }
}
