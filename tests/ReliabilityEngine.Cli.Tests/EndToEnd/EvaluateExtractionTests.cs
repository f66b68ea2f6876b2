using System.Globalization;
using System.Text.Json;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

public sealed class EvaluateExtractionTests : IDisposable
{
    static readonly string[] Gold = ["--gold", Repository.PathOf("data", "annotated", "arguments"), "--gold", Repository.PathOf("data", "annotated", "news")];

    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;

    public EvaluateExtractionTests() => _cli = new(_folder);

    [Fact]
    public void What_is_found_now_measures_as_what_analyze_printed()
    {
        var articles = Directory.GetFiles(Repository.PathOf("data", "annotated", "arguments"), "*.json");
        File.WriteAllText(_folder.File("found.jsonl"), _cli.Run(["analyze", .. articles]).Out);
        string[] arguments = ["evaluate", "extraction", .. Gold[..2], "--format", "jsonl"];

        var now = _cli.Run(arguments);
        var before = _cli.Run([.. arguments, "--analysis", "found.jsonl"]);

        Assert.Equal(ExitCode.Done, now.ExitCode);
        Assert.NotEmpty(now.OutLines);
        Assert.Equal(now.Out, before.Out);
    }

    [Fact]
    public void Every_format_tells_the_same_figures()
    {
        using var json = JsonDocument.Parse(Evaluate("json").Out);
        var figures = json.RootElement.EnumerateArray()
            .Where(row => row.GetProperty("table").GetString() == "figures" && row.GetProperty("group").ValueKind == JsonValueKind.Null)
            .Select(row => (Name: row.GetProperty("measure").GetString()!, Value: row.GetProperty("value").GetDouble())).ToList();
        var (table, csv, markdown) = (Evaluate("table"), Evaluate("csv"), Evaluate("markdown"));

        Assert.NotEmpty(figures);
        Assert.All(figures, figure =>
        {
            var four = figure.Value.ToString("0.0000", CultureInfo.InvariantCulture);
            Assert.Contains(table.OutLines, line => line.StartsWith(figure.Name + " ", StringComparison.Ordinal) && line.Contains(four, StringComparison.Ordinal));
            Assert.Contains($"| {figure.Name} | {four} |", markdown.Out, StringComparison.Ordinal);
            Assert.Contains($",,,{figure.Name},{figure.Value.ToString(CultureInfo.InvariantCulture)},", csv.Out, StringComparison.Ordinal);
        });
        Assert.All(table.OutLines, line => Assert.True(line.TrimEnd('\r').Length <= 80, line));
    }

    [Fact]
    public void Findings_of_other_articles_are_refused()
    {
        _folder.Write("found.jsonl", """{"id": "minutes", "attributions": []}""");

        var result = _cli.Run(["evaluate", "extraction", .. Gold, "--analysis", "found.jsonl"]);

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Contains("found.jsonl: 6 of 7 articles are not in it, the first: alder-bay-news_bakery-fire", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    CliResult Evaluate(string format) => _cli.Run(["evaluate", "extraction", .. Gold, "--format", format]);
}
