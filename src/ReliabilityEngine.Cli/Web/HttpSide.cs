using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Web;

/// <summary>The program's HTTP side: takes articles, says how it is.</summary>
sealed partial class HttpSide : IHostedService, IAsyncDisposable
{
    // Each may hold a request of the greatest size.
    const int MostConnections = 64;

    readonly HttpOptions _options;
    readonly ILogger<HttpSide> _log;
    readonly WebApplication _app;
    readonly PrometheusText _metrics;

    public HttpSide(HttpOptions options, int maxArticleBytes, ArticleQueue queue, QueueWatch watch, ILogger<HttpSide> log)
    {
        (_options, _log) = (options, log);
        _metrics = new(() => StateGauge.Of(watch));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Limits.MaxRequestBodySize = (long)options.MaxRequestMegabytes << 20;
            kestrel.Listen(options.EndPoint()!);
        });
        _app = builder.Build();
        var guard = new CallerGuard(options);
        _app.Use(guard.Admit);
        _app.MapPost("/api/v1/articles", new ArticlesEndpoint(queue, maxArticleBytes).Post);
        _app.MapGet("/health/live", () => "alive\n");
        _app.MapGet("/health/ready", context => Ready(context, watch));
        _app.MapGet("/metrics", Metrics);
    }

    /// <summary>The address that it answers on, with the port that it was given.</summary>
    public string Address => _app.Urls.First();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _app.StartAsync(cancellationToken);
        LogListening(Address, _options.IsLoopback() ? "reached from this machine alone" : "reached from elsewhere", _options.Token.Length > 0 ? "a token is asked for" : "no token is asked for");
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _metrics.Dispose();
        await _app.DisposeAsync();
    }

    Task Metrics(HttpContext context)
    {
        context.Response.ContentType = PrometheusText.MediaType;
        return context.Response.WriteAsync(_metrics.Write());
    }

    /// <summary>Ready is who can write to the database: articles can be taken then.</summary>
    static async Task Ready(HttpContext context, QueueWatch queue)
    {
        var trouble = queue.Trouble();
        context.Response.StatusCode = trouble is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsync($"{trouble ?? "ready"}\n");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "listening on {Address}: {Reach}, {Token}")]
    partial void LogListening(string address, string reach, string token);
}
