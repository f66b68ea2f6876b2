using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;
using ReliabilityEngine.Cli.Configuration;

namespace ReliabilityEngine.Cli.Ingestion.Fetching;

/// <summary>Fetches from sites that nobody knows: slowly, with limits, by their robots.txt, and never from inside the house.</summary>
sealed class Fetcher : IDisposable
{
    /// <summary>Browsers and servers seldom take more; rules of robots.txt are held against every character.</summary>
    const int LongestAddress = 4096;

    static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    readonly FetchOptions _options;
    readonly int _maxBytes;
    readonly TimeProvider _time;
    readonly HttpClient _client;
    readonly HostPace _pace;
    readonly RobotsCache _robots;
    readonly ResiliencePipeline<Fetched> _retries;

    public Fetcher(FetchOptions options, int maxBytes, TimeProvider time)
    {
        (_options, _maxBytes, _time) = (options, maxBytes, time);
        _client = new(Handler(options)) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd(options.UserAgent);
        _client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, deflate, br");
        _pace = new(time, TimeSpan.FromSeconds(options.HostDelaySeconds));
        _robots = new(LoadRobots, time);
        _retries = Retries(options, time);
    }

    /// <summary>Throws <see cref="FetchTrouble"/> for whatever goes wrong out there.</summary>
    public async Task<Fetched> Get(Uri address, Validators validators, CancellationToken cancellation)
    {
        using var stage = Telemetry.Begin("fetch");
        return await _retries.ExecuteAsync(async token => await Follow(address, validators, obeysRobots: true, token), cancellation);
    }

    public void Dispose() => _client.Dispose();

    static SocketsHttpHandler Handler(FetchOptions options) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        // A proxy would resolve names where nobody looks at the addresses.
        UseProxy = false,
        ConnectCallback = new GuardedConnection(options.AllowedHosts).Open,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 64,
    };

    static ResiliencePipeline<Fetched> Retries(FetchOptions options, TimeProvider time) => options.Retries == 0
        ? ResiliencePipeline<Fetched>.Empty
        : new ResiliencePipelineBuilder<Fetched> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Fetched>
            {
                ShouldHandle = new PredicateBuilder<Fetched>().Handle<FetchTrouble>(trouble => trouble.MayPass && !(trouble.RetryAfter > LongestWait)),
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstBackoff,
                MaxDelay = LongestWait,
                DelayGenerator = tried => new((tried.Outcome.Exception as FetchTrouble)?.RetryAfter),
            })
            .Build();

    async Task<Fetched> Follow(Uri address, Validators validators, bool obeysRobots, CancellationToken cancellation)
    {
        var left = TimeSpan.FromSeconds(_options.TimeoutSeconds);
        for (var redirects = 0; ; redirects++)
        {
            Check(address);
            var rules = obeysRobots ? await _robots.For(address, cancellation) : RobotsRules.AllowAll;
            if (!rules.Allows(address.PathAndQuery))
                throw new FetchTrouble($"{address} is closed to programs by the site's robots.txt");
            var target = address;
            var (answer, took) = await _pace.Run(target, rules.Delay, () => Timed(target, validators, left, cancellation), cancellation);
            left -= took;
            if (answer.Fetched is { } fetched)
                return fetched;
            if (redirects == _options.MaxRedirects)
                throw new FetchTrouble($"more than {_options.MaxRedirects} redirects");
            address = answer.Redirect!;
        }
    }

    static void Check(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
            throw new FetchTrouble($"{address}: expected an http or https address");
        if (address.OriginalString.Length > LongestAddress)
            throw new FetchTrouble($"{address.Host}: an address of {address.OriginalString.Length} characters, expected at most {LongestAddress}");
        if (address.UserInfo.Length > 0)
            throw new FetchTrouble($"{address.Host}: an address with a user name in it");
    }

    async Task<((Fetched? Fetched, Uri? Redirect) Answer, TimeSpan Took)> Timed(Uri address, Validators validators, TimeSpan left, CancellationToken cancellation)
    {
        var started = _time.GetTimestamp();
        return (await Try(address, validators, left, cancellation), _time.GetElapsedTime(started));
    }

    /// <param name="left">Of the time that an address has with all its redirects; waiting for a host's turn does not count.</param>
    async Task<(Fetched? Fetched, Uri? Redirect)> Try(Uri address, Validators validators, TimeSpan left, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await Request(address, validators, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new FetchTrouble(string.Create(CultureInfo.InvariantCulture, $"no whole answer within {_options.TimeoutSeconds} s"), mayPass: true);
        }
        catch (HttpRequestException error) when (error.InnerException is FetchTrouble trouble)
        {
            throw new FetchTrouble(trouble.Message, trouble.MayPass, error);
        }
        catch (Exception error) when (error is not (FetchTrouble or OperationCanceledException))
        {
            // Whatever the network makes of an address that a stranger wrote: not all that it throws is declared, and none of it may end the program.
            throw new FetchTrouble((error.InnerException ?? error).Message, mayPass: true, error);
        }
    }

    async Task<(Fetched? Fetched, Uri? Redirect)> Request(Uri address, Validators validators, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (validators.EntityTag is { } tag)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (validators.LastModified is { } date)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode == HttpStatusCode.NotModified)
            return (new(address, default, null, null, validators, IsUnchanged: true) { MaxAge = response.Headers.CacheControl?.MaxAge }, null);
        if (response.StatusCode is >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest)
            return (null, Target(address, response.Headers.Location));
        if (!response.IsSuccessStatusCode)
            throw Refused(response);
        return (await ReadBody(address, response, cancellation), null);
    }

    static Uri Target(Uri address, Uri? location) =>
        location is not null && Uri.TryCreate(address, location, out var target) ? target : throw new FetchTrouble("a redirect without a target");

    FetchTrouble Refused(HttpResponseMessage response)
    {
        var mayPass = (int)response.StatusCode >= 500 || response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;
        return new($"the site answered {(int)response.StatusCode} {response.ReasonPhrase}", mayPass)
        {
            Status = (int)response.StatusCode,
            RetryAfter = response.Headers.RetryAfter switch
            {
                { Delta: { } delta } => delta,
                { Date: { } date } => date - _time.GetUtcNow() is var rest && rest > TimeSpan.Zero ? rest : TimeSpan.Zero,
                _ => null,
            },
        };
    }

    async Task<Fetched> ReadBody(Uri address, HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = await BoundedBody.Read(response, _maxBytes, cancellation);
        var type = response.Content.Headers.ContentType;
        return new(address, body, type?.MediaType, type?.CharSet, new(response.Headers.ETag?.ToString(), FirstValue(response.Content.Headers, "Last-Modified")))
        {
            MaxAge = response.Headers.CacheControl?.MaxAge,
        };
    }

    static string? FirstValue(HttpContentHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    /// <summary>No file, no rules; a site that cannot be asked is left alone (RFC 9309, 2.3.1).</summary>
    async Task<RobotsRules> LoadRobots(Uri address, CancellationToken cancellation)
    {
        try
        {
            var file = await Follow(address, default, obeysRobots: false, cancellation);
            return RobotsRules.Parse(file.Body.Span, _options.UserAgent.Split('/', ' ')[0]);
        }
        catch (FetchTrouble trouble) when (trouble is { Status: >= 400 and < 500, MayPass: false })
        {
            return RobotsRules.AllowAll;
        }
    }
}
