using System.Diagnostics;
using System.Text.Json;
using Dapper;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

[Collection(TrainedModels.Name)]
public sealed class RescoreTests : IDisposable
{
    static readonly string Samples = Repository.PathOf("data", "samples");

    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;
    readonly TrainedDatabase _trained;

    public RescoreTests(TrainedDatabase trained)
    {
        (_trained, _cli) = (trained, new(_folder));
        trained.CopyTo(_cli.DatabasePath);
        Assert.Equal(ExitCode.Done, _cli.Run("score", Samples).ExitCode);
        Assert.Equal(ExitCode.Done, _cli.Run("models", "promote", trained.Weak, "--force", "--why", "a try").ExitCode);
    }

    [Fact]
    public async Task A_rescore_that_was_killed_goes_on_where_it_stood_and_keeps_the_former_scores()
    {
        using (var process = _cli.Start("rescore"))
        {
            while (!process.HasExited && Query<long>($"SELECT count(*) FROM latest_scores WHERE reliability_model = '{_trained.Weak}'")[0] == 0)
                await Task.Delay(5);
            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.Equal(ExitCode.Done, _cli.Run("rescore").ExitCode);

        var articles = Query<long>("SELECT count(*) FROM articles")[0];
        Assert.True(articles >= 14);
        Assert.Equal(articles, Query<long>($"SELECT count(*) FROM latest_scores WHERE reliability_model = '{_trained.Weak}'")[0]);
        Assert.Equal(articles, Query<long>($"SELECT count(*) FROM scores WHERE reliability_model = '{_trained.Strong}'")[0]);
        Assert.Equal(2 * articles, Query<long>("SELECT count(*) FROM scores")[0]);
        Assert.StartsWith("0 articles brought", _cli.Run("rescore").Out, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(_cli.Run("report", "article", "scoop-ferry-tender", "--history", "--format", "jsonl").Out);
        Assert.Equal([_trained.Strong, _trained.Weak], report.RootElement.GetProperty("history").EnumerateArray().Select(score => score.GetProperty("model").GetProperty("reliability").GetString()));
    }

    [Fact]
    public void What_was_measured_before_gives_the_scores_and_reasons_that_reading_again_gives()
    {
        Execute("UPDATE measurements SET furniture = NULL WHERE article = (SELECT key FROM articles WHERE id = 'scoop-ferry-tender')");

        Assert.Matches("  [0-9]+ scored by what had been measured in them before\n  1 read again and scored\n$", _cli.Run("rescore").Out);
        var quick = Reasons();
        Assert.DoesNotContain("measured in them before", _cli.Run("rescore", "--force").Out, StringComparison.Ordinal);

        Assert.True(quick.Count >= 14 * 20);
        Assert.Equal(quick, Reasons());
    }

    [Fact]
    public void A_comparison_tells_beforehand_what_a_rescore_does()
    {
        Execute("UPDATE measurements SET furniture = NULL WHERE article = (SELECT key FROM articles WHERE id = 'scoop-ferry-tender')");
        Execute("UPDATE articles SET text = '', text_dropped_at = '2025-01-01T00:00:00Z' WHERE id = 'satire-roundabout'");
        var compared = _cli.Run("models", "compare", _trained.Strong, _trained.Weak, "--format", "jsonl", "--articles", "100").OutLines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var outlets = compared.Where(row => row.GetProperty("kind").ValueEquals("outlet")).ToList();
        var articles = compared.Where(row => row.GetProperty("kind").ValueEquals("article")).ToDictionary(row => row.GetProperty("id").GetString()!);
        var before = Scores();
        Assert.Equal(ExitCode.Done, _cli.Run("rescore").ExitCode);
        var after = Scores();

        Assert.Equal(1, compared[0].GetProperty("without_text").GetInt32());
        Assert.Equal(after.Count - 1, articles.Count);
        Assert.All(articles, pair => Assert.Equal(
            (before[pair.Key], after[pair.Key]), (pair.Value.GetProperty("before").GetDouble(), pair.Value.GetProperty("after").GetDouble())));
        Assert.Equal(articles.Values.Count(row => !row.GetProperty("outlet").ValueEquals(Article.UnknownOutlet)), outlets.Sum(outlet => outlet.GetProperty("articles").GetInt32()));
        Assert.Equal(Enumerable.Range(1, outlets.Count), outlets.Select(outlet => outlet.GetProperty("rank_before").GetInt32()).Order());
        Assert.Contains("one of bias: expected two of one target", _cli.Run("models", "compare", "reliability", "bias").Error, StringComparison.Ordinal);

        Dictionary<string, double> Scores() => Query<(string Id, double Score)>("SELECT a.id, s.reliability FROM latest_scores s JOIN articles a ON a.key = s.article").ToDictionary(row => row.Id, row => row.Score);
    }

    [Fact]
    public void After_a_rollback_the_scores_of_before_stand_again()
    {
        var before = _cli.Run("report", "articles", "--format", "csv").Out;
        _cli.Run("rescore");
        Assert.NotEqual(before, _cli.Run("report", "articles", "--format", "csv").Out);
        _cli.Run("models", "rollback", "reliability");

        var back = _cli.Run("rescore");

        Assert.Contains("given back the score that these models gave them before", back.Out, StringComparison.Ordinal);
        Assert.Equal(before, _cli.Run("report", "articles", "--format", "csv").Out);
    }

    [Fact]
    public void An_article_without_its_text_keeps_its_last_score_and_says_so()
    {
        Execute("UPDATE articles SET text = '', text_dropped_at = '2025-01-01T00:00:00Z' WHERE id = 'scoop-ferry-tender'");

        var result = _cli.Run("rescore");

        Assert.Contains("1 article kept with the last score", result.Out, StringComparison.Ordinal);
        var report = _cli.Run("report", "article", "scoop-ferry-tender", "--format", "jsonl").Out;
        Assert.Contains($"\"reliability\":\"{_trained.Strong}\"", report, StringComparison.Ordinal);
        Assert.Contains("its text was dropped", report, StringComparison.Ordinal);
        Assert.Contains("1 article was scored by other models", _cli.Run("report", "outlets").Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_it_with_code_130_and_says_how_to_go_on()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var process = _cli.Start("rescore", "--force");
        var error = process.StandardError.ReadToEndAsync();
        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));

        // Before the program is there to hear it, the signal ends it without a word; after the last article it comes too late.
        Assert.Contains(process.ExitCode, (int[])[ExitCode.Interrupted, ExitCode.Done]);
        Assert.Equal(ExitCode.Done, _cli.Run("rescore").ExitCode);
        Assert.Equal(0, Query<long>($"SELECT count(*) FROM latest_scores WHERE reliability_model <> '{_trained.Weak}'")[0]);
        Assert.DoesNotContain("defect", await error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    List<string> Reasons() => Query<string>(
        """
        SELECT concat_ws(' ', s.article, s.reliability, s.reliability_low, s.bias, s.bias_high, s.credibility, s.warnings, c.target, n.name, c.value, c.points,
            (SELECT group_concat(e.start || '-' || e."end") FROM (SELECT start, "end" FROM evidence WHERE article = s.article AND name = c.name ORDER BY 1, 2) e))
        FROM latest_scores s JOIN contributions c ON c.score = s.key JOIN evidence_names n ON n.key = c.name
        ORDER BY s.article, c.position
        """);

    List<T> Query<T>(string sql)
    {
        using var database = Database.OpenExisting(_cli.DatabasePath);
        return [.. database.Connection.Query<T>(sql)];
    }

    void Execute(string sql)
    {
        using var database = Database.OpenExisting(_cli.DatabasePath);
        database.Connection.Execute(sql);
    }
}
