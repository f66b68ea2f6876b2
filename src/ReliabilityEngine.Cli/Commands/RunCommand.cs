using System.CommandLine;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Hosts the worker until somebody stops it.</summary>
sealed class RunCommand : Verb
{
    readonly LongRunFeature _longRun;

    readonly Option<string> _inbox = new("--inbox") { Description = "The folder to watch; else the configuration's.", HelpName = "folder" };

    readonly Option<bool> _http = new("--http") { Description = "Take articles over HTTP too: POST /api/v1/articles." };

    public RunCommand()
        : base(
            "run", "Watch an inbox folder and the configured feeds; score and store what arrives, until stopped.",
            "reliability run --inbox /srv/news/inbox --db /srv/news/reliability.db",
            "RELIABILITY_FEEDS__0__ADDRESS=https://news.example/feed.xml reliability run --http",
            "RELIABILITY_INBOX__FOLDER=/srv/news/inbox reliability run --log-json")
    {
        Add(_inbox);
        Add(_http);
        _longRun = new(this);
        Run(Host);
    }

    public override int OnTerminate => ExitCode.Done;

    async Task<int> Host(Call call)
    {
        if (call.Value(_inbox) is { } folder)
            call.Options.Inbox.Folder = folder;
        var run = _longRun.Begin(call).AddInbox().AddQueue();
        return await (call.Value(_http) ? run.AddHttp() : run).Run();
    }
}
