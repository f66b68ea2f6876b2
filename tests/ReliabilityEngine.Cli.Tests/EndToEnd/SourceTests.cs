using System.Net;
using System.Net.Sockets;
using System.Text;
using ReliabilityEngine.Cli.Commands;
using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Cli.Worker;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

[Collection(TrainedModels.Name)]
public sealed class SourceTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;

    public SourceTests(TrainedDatabase trained)
    {
        _cli = new(_folder);
        trained.CopyTo(_cli.DatabasePath);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Standard_input_is_scored_to_its_end_and_old_texts_go()
    {
        var result = _cli.RunWith("{\"id\": \"a\", \"text\": \"The board met.\"}\nnonsense\n{\"id\": \"b\", \"text\": \"It met again.\"}\n", "run", "--stdin", "--no-inbox");
        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Contains("<stdin>:2: not JSON", result.Error, StringComparison.Ordinal);
        Assert.Contains("articles,2", _cli.Run("db", "info", "--format", "csv").Out, StringComparison.Ordinal);
        Assert.Contains("dropped the texts of 0 articles", _cli.Run("db", "retain", "--keep-text", "90d").Out, StringComparison.Ordinal);
        Assert.Contains("expected a number of days", _cli.Run("db", "retain", "--keep-text", "soon").Error, StringComparison.Ordinal);
        var drift = _cli.Run("report", "drift", "--format", "csv", "--fail");
        Assert.Equal((ExitCode.Done, 3), (drift.ExitCode, drift.OutLines.Length));
    }

    [Fact]
    public void A_pipe_that_begins_with_nonsense_is_read_on_and_steers_no_terminal()
    {
        var result = _cli.RunWith("nonsense\u001b[31m\u202e\n{\"id\": \"a\", \"text\": \"The board met.\"}\n", "run", "--stdin", "--no-inbox");
        Assert.Contains("<stdin>:1: not JSON", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Error, c => c is '\u001b' or '\u202e');
        Assert.Contains("articles,1", _cli.Run("db", "info", "--format", "csv").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_with_the_configuration_is_named_at_once()
    {
        _folder.Write(Path.Combine("reliability", "appsettings.json"),
            """{"Queue": {"Capacity": "many", "Tries": 0}, "KeepText": "a while", "Inbx": {"Folder": "x"}, "Feeds": [{"Address": "ftp://x"}, {"Address": "https://ada:hidden@x.example/"}], "Http": {"Token": "short"}}""");
        var result = _cli.Run("config", "check");
        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.All(
            (string[])["Queue:Capacity is \"many\", expected a number", "Queue:Tries is 0", "KeepText is \"a while\"", "Inbx:Folder: no such setting", "Feeds:0:Address", "Feeds:1:Address has a user name in it", "Http:Token has 5"],
            problem => Assert.Contains(problem, result.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_is_complete_when_it_was_renamed_and_not_while_it_is_written()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var inbox = new Inbox(new() { Folder = _folder.Path, SettleSeconds = 3600, PollSeconds = 1 }, TimeProvider.System);
        _folder.Write("written.txt", "words");
        var part = _folder.Write("moved.txt.part", "words");
        // Longer than a tick of the clock that stamps files.
        await Task.Delay(50);
        File.Move(part, _folder.File("moved.txt"));
        Assert.Equal([_folder.File("moved.txt")], inbox.Complete());
    }

    [Fact]
    public async Task A_collector_gets_metrics_where_one_is_configured()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var queue = new QueueWatch(_cli.DatabasePath);
        var taken = Answer(listener);
        var options = new TelemetryOptions { Endpoint = $"http://{listener.LocalEndpoint}", Protocol = TelemetryOptions.Http, Seconds = 1 };
        using (new TelemetryExport(options, queue))
            Assert.Contains("POST /v1/metrics", await taken.WaitAsync(TimeSpan.FromMinutes(1)), StringComparison.Ordinal);
    }

    static async Task<string> Answer(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        var head = new byte[4096];
        var count = await stream.ReadAsync(head);
        await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        return Encoding.ASCII.GetString(head, 0, count);
    }
}
