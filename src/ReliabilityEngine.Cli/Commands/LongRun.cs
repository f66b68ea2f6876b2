using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using ReliabilityEngine.Cli.Ingestion.Fetching;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Web;
using ReliabilityEngine.Cli.Worker;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>What the commands host that go on until somebody stops them: sources, the queue behind them, the HTTP side.</summary>
sealed class LongRun
{
    /// <summary>Within five seconds the program is to be gone.</summary>
    static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(3);

    readonly Call _call;
    readonly string _database;
    readonly Instrument _instrument;
    readonly HostApplicationBuilder _builder = new(new HostApplicationBuilderSettings { DisableDefaults = true });
    readonly List<Func<IServiceProvider, Exception?>> _failures = [];

    public LongRun(Call call, string database, Instrument instrument, bool logsJson)
    {
        (_call, _database, _instrument) = (call, database, instrument);
        AddLogging(logsJson);
        _builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownLimit);
        _builder.Services.AddSingleton(TimeProvider.System);
        _builder.Services.AddSingleton(call.Options);
        _builder.Services.AddSingleton(services => BoundedWork.Within(call.Options.Queue, TimeProvider.System));
    }

    public LongRun AddInbox()
    {
        _builder.Services.AddSingleton(new Inbox(_call.Options.Inbox, TimeProvider.System));
        _builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<InboxSource>(services, (Func<InboxStore>)(() => new(Open(), TimeProvider.System))));
        _builder.Services.AddHostedService(services => services.GetRequiredService<InboxSource>());
        _failures.Add(services => services.GetRequiredService<InboxSource>().Failure);
        return this;
    }

    public LongRun AddQueue()
    {
        _builder.Services.AddSingleton(_ => ArticleQueue.Open(_database, _call.Options.Queue, TimeProvider.System));
        _builder.Services.AddSingleton(_ => new QueueWatch(_database));
        _builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<QueueDesk>(services, Open()));
        _builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<QueueWorker>(
            services, _call.Options.Queue, (Func<QueuedArticle, Action>)services.GetRequiredService<QueueDesk>().Judge));
        _builder.Services.AddHostedService(services => services.GetRequiredService<QueueWorker>());
        _failures.Add(services => services.GetRequiredService<QueueWorker>().Failure);
        _builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<Upkeep>(services, (Func<Database>)Open));
        return _call.Options.Feeds.Length > 0 ? AddFeeds() : this;
    }

    public LongRun AddStandardInput(bool isOnly)
    {
        _builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<StandardInputSource>(services, _call.Options.MaxArticleBytes, isOnly));
        return this;
    }

    public LongRun AddHttp()
    {
        _builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<HttpSide>(services, _call.Options.Http, _call.Options.MaxArticleBytes));
        return this;
    }

    /// <summary>Until a signal comes, or a part fails.</summary>
    public async Task<int> Run()
    {
        // Whoever opens it first makes it; most parts expect one.
        Open().Dispose();
        _builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<ScorerInUse>(services, Open(), _instrument, _call.Options.Admiralty));
        var host = _builder.Build();
        var export = new TelemetryExport(_call.Options.Telemetry, host.Services.GetRequiredService<QueueWatch>());
        try
        {
            // Models that cannot be used are said before anything begins.
            host.Services.GetRequiredService<ScorerInUse>().Current();
            await host.StartAsync(_call.Cancellation);
            await host.WaitForShutdownAsync(_call.Cancellation);
            if (_failures.Select(failure => failure(host.Services)).FirstOrDefault(error => error is not null) is { } failure)
                ExceptionDispatchInfo.Throw(failure);
            // A source that failed has stopped the others.
            if (host.Services.GetServices<IHostedService>().OfType<BackgroundService>().Select(service => service.ExecuteTask?.Exception?.InnerException).FirstOrDefault(error => error is not null) is { } defect)
                ExceptionDispatchInfo.Throw(defect);
            _call.Cancellation.ThrowIfCancellationRequested();
            return ExitCode.Done;
        }
        finally
        {
            // One that waits for a locked database cannot be called back, nor its connection be closed. It is left to the end of the
            // process, which may come at any moment.
            if (host.Services.GetServices<IHostedService>().OfType<BackgroundService>().All(service => service.ExecuteTask is null or { IsCompleted: true }))
            {
                export.Dispose();
                await ((IAsyncDisposable)host).DisposeAsync();
            }
        }
    }

    LongRun AddFeeds()
    {
        _builder.Services.AddSingleton(_ => new Fetcher(_call.Options.Fetch, _call.Options.MaxArticleBytes, TimeProvider.System));
        _builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<FeedSource>(
            services, _call.Options.Feeds, (Func<FeedStore>)(() => new(Open(), TimeProvider.System))));
        _builder.Services.AddHostedService(services => services.GetRequiredService<FeedSource>());
        _failures.Add(services => services.GetRequiredService<FeedSource>().ExecuteTask?.Exception?.InnerException);
        return this;
    }

    Database Open() => Database.OpenOrCreate(_database);

    void AddLogging(bool asJson)
    {
        _builder.Logging.AddConsole(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            console.FormatterName = asJson ? ConsoleFormatterNames.Json : ConsoleFormatterNames.Simple;
        });
        _builder.Logging.Services.Configure<SimpleConsoleFormatterOptions>(Format);
        _builder.Logging.Services.Configure<JsonConsoleFormatterOptions>(Format);
        _builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
    }

    static void Format(ConsoleFormatterOptions options)
    {
        options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
        options.UseUtcTimestamp = true;
        if (options is SimpleConsoleFormatterOptions simple)
            simple.SingleLine = true;
    }
}
