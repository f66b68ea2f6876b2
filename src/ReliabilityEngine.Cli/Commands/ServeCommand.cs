using System.CommandLine;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Hosts the HTTP side, and the worker that scores what comes in by it.</summary>
sealed class ServeCommand : Verb
{
    readonly LongRunFeature _longRun;

    readonly Option<string> _listen = new("--listen")
    {
        Description = "Address and port; else the configuration's. Any address but the loopback needs a token (RELIABILITY_HTTP__TOKEN).",
        HelpName = "address:port",
    };

    public ServeCommand()
        : base(
            "serve", "Take articles over HTTP, score and store them, until stopped.",
            "reliability serve --listen 127.0.0.1:8088",
            "RELIABILITY_HTTP__TOKEN=$(cat token) reliability serve --listen 0.0.0.0:8088")
    {
        Add(_listen);
        _longRun = new(this);
        Run(Host);
    }

    public override int OnTerminate => ExitCode.Done;

    async Task<int> Host(Call call)
    {
        if (call.Value(_listen) is { } listen)
            call.Options.Http.Listen = listen;
        if (call.Options.Http.Problems().ToList() is { Count: > 0 } problems)
            throw new Refusal($"configuration: {string.Join("; ", problems)}");
        return await _longRun.Begin(call).AddQueue().AddHttp().Run();
    }
}
