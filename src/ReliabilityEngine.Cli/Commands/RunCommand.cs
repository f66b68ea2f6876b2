using System.CommandLine;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using ReliabilityEngine.Cli.Worker;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Hosts the worker until somebody stops it.</summary>
sealed class RunCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly LexiconFeature _lexicons;

    readonly Option<string> _inbox = new("--inbox") { Description = "The folder to watch; else the configuration's.", HelpName = "folder" };

    readonly Option<bool> _json = new("--log-json") { Description = "Log a JSON object a line." };

    public RunCommand()
        : base(
            "run", "Watch an inbox folder; score and store what arrives, until stopped.",
            "reliability run --inbox /srv/news/inbox --db /srv/news/reliability.db",
            "RELIABILITY_INBOX__FOLDER=/srv/news/inbox reliability run --log-json")
    {
        Add(_inbox);
        Add(_json);
        _lexicons = new(this);
        _database = new(this);
        Run(Host);
    }

    public override int OnTerminate => ExitCode.Done;

    async Task<int> Host(Call call)
    {
        if (call.Value(_inbox) is { } folder)
            call.Options.Inbox.Folder = folder;
        using var database = _database.OpenOrCreate(call);
        using var desk = new ScoringDesk(ScorerInUse.Load(database, _lexicons.InstrumentOf(call)), database, TimeProvider.System, again: false);
        using var host = Build(call, desk);
        await host.StartAsync(call.Cancellation);
        await host.WaitForShutdownAsync(call.Cancellation);
        if (host.Services.GetRequiredService<InboxWorker>().Failure is { } failure)
            ExceptionDispatchInfo.Throw(failure);
        call.Cancellation.ThrowIfCancellationRequested();
        return ExitCode.Done;
    }

    IHost Build(Call call, ScoringDesk desk)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddConsole(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            console.FormatterName = call.Value(_json) ? ConsoleFormatterNames.Json : ConsoleFormatterNames.Simple;
        });
        builder.Logging.Services.Configure<SimpleConsoleFormatterOptions>(Format);
        builder.Logging.Services.Configure<JsonConsoleFormatterOptions>(Format);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(call.Options);
        builder.Services.AddSingleton(desk);
        builder.Services.AddSingleton(new Inbox(call.Options.Inbox, TimeProvider.System));
        builder.Services.AddSingleton<InboxWorker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<InboxWorker>());
        return builder.Build();
    }

    static void Format(ConsoleFormatterOptions options)
    {
        options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
        options.UseUtcTimestamp = true;
        if (options is SimpleConsoleFormatterOptions simple)
            simple.SingleLine = true;
    }
}
