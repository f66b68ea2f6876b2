using System.CommandLine;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Hosts the worker until somebody stops it.</summary>
sealed class RunCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly InstrumentFeature _instrument;

    readonly Option<string> _inbox = new("--inbox") { Description = "The folder to watch; else the configuration's.", HelpName = "folder" };

    readonly Option<bool> _http = new("--http") { Description = "Take articles over HTTP too: POST /api/v1/articles." };

    readonly Option<bool> _json = new("--log-json") { Description = "Log a JSON object a line." };

    public RunCommand()
        : base(
            "run", "Watch an inbox folder and the configured feeds; score and store what arrives, until stopped.",
            "reliability run --inbox /srv/news/inbox --db /srv/news/reliability.db",
            "RELIABILITY_FEEDS__0__ADDRESS=https://news.example/feed.xml reliability run --http",
            "RELIABILITY_INBOX__FOLDER=/srv/news/inbox reliability run --log-json")
    {
        Add(_inbox);
        Add(_http);
        Add(_json);
        _instrument = new(this);
        _database = new(this);
        Run(Host);
    }

    public override int OnTerminate => ExitCode.Done;

    async Task<int> Host(Call call)
    {
        if (call.Value(_inbox) is { } folder)
            call.Options.Inbox.Folder = folder;
        var run = new LongRun(call, _database.PathOf(call), _instrument.InstrumentOf(call), call.Value(_json)).AddInbox().AddQueue();
        return await (call.Value(_http) ? run.AddHttp() : run).Run();
    }
}
