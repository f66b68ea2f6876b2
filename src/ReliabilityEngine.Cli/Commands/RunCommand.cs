using System.CommandLine;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Hosts the worker until somebody stops it.</summary>
sealed class RunCommand : Verb
{
    readonly LongRunFeature _longRun;

    readonly Option<string> _inbox = new("--inbox") { Description = "The folder to watch; else the configuration's.", HelpName = "folder" };

    readonly Option<bool> _http = new("--http") { Description = "Take articles over HTTP too: POST /api/v1/articles." };

    readonly Option<bool> _input = new("--stdin") { Description = "Take articles from standard input too, as JSON Lines without an end." };

    readonly Option<bool> _noInbox = new("--no-inbox") { Description = "Watch no folder." };

    public RunCommand()
        : base(
            "run", "Watch an inbox folder and the configured feeds; score and store what arrives, until stopped.",
            "reliability run --inbox /srv/news/inbox --db /srv/news/reliability.db",
            "RELIABILITY_FEEDS__0__ADDRESS=https://news.example/feed.xml reliability run --http",
            "tail -F articles.jsonl | reliability run --stdin --no-inbox",
            "RELIABILITY_INBOX__FOLDER=/srv/news/inbox reliability run --log-json")
    {
        Add(_inbox);
        Add(_noInbox);
        Add(_http);
        Add(_input);
        _longRun = new(this);
        Run(Host);
    }

    public override int OnTerminate => ExitCode.Done;

    async Task<int> Host(Call call)
    {
        if (call.Value(_inbox) is { } folder)
            call.Options.Inbox.Folder = folder;
        var (http, input) = (call.Options.Http.Enabled || call.Value(_http), call.Options.StandardInput.Enabled || call.Value(_input));
        var inbox = (call.Options.Inbox.Enabled || call.Value(_inbox) is not null) && !call.Value(_noInbox);
        if (!inbox && !http && !input && call.Options.Feeds.Length == 0)
            throw new Refusal("no source of articles: expected an inbox, a feed, --http or --stdin");
        var run = _longRun.Begin(call).AddQueue();
        if (inbox)
            run.AddInbox();
        if (http)
            run.AddHttp();
        if (input)
            run.AddStandardInput(isOnly: !inbox && !http && call.Options.Feeds.Length == 0);
        return await run.Run();
    }
}
