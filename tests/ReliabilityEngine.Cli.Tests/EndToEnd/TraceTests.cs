using System.Diagnostics;
using Dapper;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Fetching;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Soak;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

[Collection(TrainedModels.Name)]
public sealed class TraceTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;

    public TraceTests(TrainedDatabase trained)
    {
        _cli = new(_folder);
        trained.CopyTo(_cli.DatabasePath);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("http")]
    [InlineData("grpc")]
    public async Task All_stages_of_an_article_stand_in_one_trace(string protocol)
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var collector = await Collector.Start(protocol == "grpc");
        await using var site = new LoopbackSite()
            .With("/feed", "<rss><channel><title>Harbour</title><item><guid>1</guid><title>North quay to close</title><link>/quay</link></item></channel></rss>")
            .With("/quay", $"<html><body><article><h1>North quay to close</h1><p>{Some.Text.Replace("\n\n", "</p><p>", StringComparison.Ordinal)}</p></article></body></html>").Open();
        var settings = new Dictionary<string, string>
        {
            ["RELIABILITY_FEEDS__0__ADDRESS"] = site.Address("/feed").AbsoluteUri,
            ["RELIABILITY_FETCH__ALLOWEDHOSTS__0"] = "127.0.0.1",
            ["RELIABILITY_FETCH__HOSTDELAYSECONDS"] = "0",
            ["RELIABILITY_TELEMETRY__ENDPOINT"] = collector.Address,
            ["RELIABILITY_TELEMETRY__PROTOCOL"] = protocol,
        };
        using var process = _cli.Start(settings, "run", "--no-inbox");
        var log = process.StandardError.ReadToEndAsync();

        await WorkerProcess.Until(() => Task.FromResult(process.HasExited || IsThrough()));
        Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExit();

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)), await log);
        var trace = Assert.Single(collector.Traces, trace => trace.Contains("store"));
        Assert.Equal(["analyze", "article", "fetch", "judge", "read", "store", "try"], trace.Order(StringComparer.Ordinal));
    }

    bool IsThrough()
    {
        using var database = Database.OpenExisting(_cli.DatabasePath);
        return database.Connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM articles) AND NOT EXISTS (SELECT 1 FROM queue)");
    }
}
