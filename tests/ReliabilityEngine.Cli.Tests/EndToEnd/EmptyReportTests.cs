using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

public sealed class EmptyReportTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;

    public EmptyReportTests() => _cli = new(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_report_with_nothing_to_show_says_why()
    {
        using (var database = Database.OpenOrCreate(_cli.DatabasePath))
        {
            AssertEmpty("no article is scored yet", "articles");
            var (analysis, vector) = Some.Measured(Some.Article());
            new Archive(database, OutletNames.Default, TimeProvider.System).Store(analysis, vector, Some.Score(), new Dictionary<string, string>());
        }

        AssertEmpty("no article matches; 1 article is scored", "articles", "--since", "2030-01-01");
        AssertEmpty("no article matches that could be judged and is of a known outlet; 1 article is scored", "outlets", "--outlet", "nobody");
        AssertEmpty("no near-copies; 1 article is scored", "clusters");
    }

    void AssertEmpty(string message, params string[] arguments)
    {
        var result = _cli.Run(["report", .. arguments]);
        Assert.Equal((ExitCode.Done, ""), (result.ExitCode, result.Out));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }
}
