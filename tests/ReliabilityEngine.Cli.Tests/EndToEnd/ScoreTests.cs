using System.Diagnostics;
using System.Text.Json;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

[Collection(TrainedModels.Name)]
public sealed class ScoreTests : IDisposable
{
    static readonly string Samples = Repository.PathOf("data", "samples");

    readonly TrainedDatabase _trained;
    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;

    public ScoreTests(TrainedDatabase trained)
    {
        _trained = trained;
        _cli = new(_folder);
        trained.CopyTo(_cli.DatabasePath);
    }

    [Fact]
    public void Every_sample_gets_a_score_whose_points_add_up()
    {
        var result = _cli.Run("score", Samples, "--format", "jsonl");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.True(result.OutLines.Length >= 14);
        Assert.All(result.OutLines, line =>
        {
            using var json = JsonDocument.Parse(line);
            AssertAddsUp(json.RootElement, "reliability");
            AssertAddsUp(json.RootElement, "bias");
            Assert.Contains(json.RootElement.GetProperty("information_credibility").GetString(), (string[])["2", "3", "4"]);
        });
    }

    [Fact]
    public void What_was_scored_before_is_read_back_and_said()
    {
        var first = _cli.Run("score", Samples, "--format", "jsonl");
        var second = _cli.Run("score", Samples, "--format", "jsonl");
        var forced = _cli.Run("score", Samples, "--format", "jsonl", "--force");

        Assert.Contains("had been scored by the same versions", second.Error, StringComparison.Ordinal);
        Assert.Equal(first.OutLines.Select(WithoutEvidence), second.OutLines.Select(line => WithoutEvidence(line.Replace(",\"stored\":true", "", StringComparison.Ordinal))));
        Assert.All(second.OutLines, line => Assert.EndsWith("\"stored\":true}", line, StringComparison.Ordinal));
        Assert.Equal(first.Out, forced.Out);
    }

    [Fact]
    public void A_table_fits_eighty_columns_and_gives_reasons_in_words()
    {
        var result = _cli.Run("score", Samples);

        Assert.All(result.OutLines, line => Assert.True(line.TrimEnd('\r').Length <= 80, line));
        Assert.StartsWith("id", result.OutLines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("_per_1k", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("One", "fewer than 40")]
    [InlineData("Der Rat der Stadt hat am Montag beschlossen, den Kai im Norden zu schließen, weil die Pfähle morsch sind und niemand sie bezahlen will. Die Vorsitzende sagte, dass die Arbeiten wohl zwei Jahre dauern werden und dass der Hafen so lange nicht angelaufen werden kann.", "English")]
    public void What_cannot_be_judged_gets_a_warning_and_no_number(string text, string warning)
    {
        _folder.Write("odd.txt", text);

        var result = _cli.Run("score", "odd.txt", "--format", "jsonl");

        using var json = JsonDocument.Parse(Assert.Single(result.OutLines));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("reliability").GetProperty("score").ValueKind);
        Assert.Equal("6", json.RootElement.GetProperty("information_credibility").GetString());
        Assert.Contains(warning, json.RootElement.GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, result.ExitCode);
    }

    [Fact]
    public void A_gate_that_is_missed_ends_with_code_3()
    {
        var passes = _cli.Run("score", Samples, "--no-store", "--fail-under", "reliability=0", "--fail-under", "bias=100");
        var misses = _cli.Run("score", Samples, "--no-store", "--fail-under", "reliability=100");

        Assert.Equal(ExitCode.Done, passes.ExitCode);
        Assert.Equal(ExitCode.GateMissed, misses.ExitCode);
        Assert.Contains("is below 100", misses.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, _cli.Run("score", Samples, "--fail-under", "truth=50").ExitCode);
    }

    [Fact]
    public void Without_storing_nothing_is_stored()
    {
        _cli.Run("score", Samples, "--no-store");

        Assert.Contains("articles,0", _cli.Run("db", "info", "--format", "csv").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_stored_can_be_reported_explained_and_deleted()
    {
        _cli.Run("score", Samples);

        Assert.Contains("Letters:", _cli.Run("report", "outlets").Out, StringComparison.Ordinal);
        Assert.Equal(4, _cli.Run("report", "articles", "--limit", "3").OutLines.Length);
        Assert.Contains("where every article starts", _cli.Run("report", "article", "scoop-ferry-tender").Out, StringComparison.Ordinal);
        Assert.Contains("Newsroom rules", _cli.Run("explain", "scoop-ferry-tender").Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, _cli.Run("db", "delete", "--article", "scoop-ferry-tender").ExitCode);
        Assert.Equal(ExitCode.Done, _cli.Run("db", "delete", "--article", "scoop-ferry-tender", "--yes").ExitCode);
        Assert.Contains("no such article", _cli.Run("explain", "scoop-ferry-tender").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_keeps_to_its_bounds()
    {
        _cli.Run("score", Samples);

        var rows = _cli.Run("report", "articles", "--min", "50", "--since", "2025-06-01", "--sort", "published", "--format", "jsonl").OutLines
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(row.GetProperty("reliability").GetDouble() >= 50));
        Assert.All(rows, row => Assert.True(string.CompareOrdinal(row.GetProperty("published").GetString(), "2025-06-01") >= 0));
        Assert.Equal(rows.Select(row => row.GetProperty("published").GetString()).OrderDescending(StringComparer.Ordinal), rows.Select(row => row.GetProperty("published").GetString()));
    }

    [Fact]
    public void Colours_stand_for_nothing_that_words_do_not_say()
    {
        var result = _cli.Run("explain", Path.Combine(Samples, "guesswork-lighthouse-blackout.json"));

        Assert.DoesNotContain('\e', result.Out);
        Assert.Contains("likely[", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_was_cut_is_refused_in_words()
    {
        using (var database = Cli.Storage.Database.OpenExisting(_cli.DatabasePath))
        using (var command = database.Connection.CreateCommand())
        {
            command.CommandText = "UPDATE models SET bytes = substr(bytes, 1, 1000) WHERE target = 'bias'";
            command.ExecuteNonQuery();
        }

        var result = _cli.Run("score", Samples);

        Assert.Equal(ExitCode.Failure, result.ExitCode);
        Assert.Contains("cut or damaged", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_cannot_be_made_ends_with_code_2()
    {
        _folder.Write("file", "no folder");

        var result = _cli.Run("score", Samples, "--db", Path.Combine("file", "x.db"));

        Assert.Equal(ExitCode.Failure, result.ExitCode);
        Assert.Single(result.ErrorLines);
    }

    [Fact]
    public void Cut_points_of_ones_own_reach_the_item_and_the_outlet()
    {
        var strict = new Dictionary<string, string>
        {
            ["RELIABILITY_ADMIRALTY__A"] = "100",
            ["RELIABILITY_ADMIRALTY__TWO"] = "100",
            ["RELIABILITY_ADMIRALTY__THREE"] = "100",
        };

        var scored = _cli.RunIn(strict, "score", Samples, "--format", "jsonl");

        Assert.NotEmpty(scored.OutLines);
        Assert.All(scored.OutLines, line => Assert.Contains("\"information_credibility\":\"4\"", line, StringComparison.Ordinal));
        Assert.Contains("A interval from 100", _cli.RunIn(strict, "report", "outlets").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_text_under_the_same_id_is_a_revision()
    {
        var text = string.Concat(Enumerable.Repeat("The board said on Monday that it will close the quay. ", 20));
        var first = _folder.Write("first.jsonl", $$"""{"id": "quay", "outlet": "The Harbour Post", "title": "Quay to close", "text": "{{text}}"}""");
        var changed = _folder.Write("changed.jsonl", $$"""{"id": "quay", "outlet": "The Harbour Post", "title": "Quay stays", "text": "{{text}} It will not."}""");
        _cli.Run("score", first);
        _cli.Run("score", changed);
        Assert.Contains("\"stored\":true", _cli.Run("score", changed, "--format", "jsonl").Out, StringComparison.Ordinal);

        var report = _cli.Run("report", "article", "quay", "--history");

        Assert.StartsWith("Quay stays", report.Out, StringComparison.Ordinal);
        Assert.Contains("Revisions", report.Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Assert.Single(_cli.Run("report", "article", "quay", "--history", "--format", "jsonl").OutLines));
        Assert.Equal(["Quay to close", "Quay stays"], json.RootElement.GetProperty("revisions").EnumerateArray().Select(row => row.GetProperty("title").GetString()));
        Assert.Equal([false, true], json.RootElement.GetProperty("history").EnumerateArray().Select(row => row.GetProperty("stands").GetBoolean()));
        Assert.Contains("articles,1", _cli.Run("db", "info", "--format", "csv").Out, StringComparison.Ordinal);

        _cli.Run("score", first);
        Assert.StartsWith("Quay to close", _cli.Run("report", "article", "quay", "--history").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_writes_model_and_card_and_judges_on_unseen_outlets()
    {
        Assert.All(_trained.Runs, run => Assert.Contains("never saw", run.Out, StringComparison.Ordinal));
        Assert.All(
            (string[])["reliability.model", "reliability.card.json", "reliability.card.md", "bias.model"],
            file => Assert.True(File.Exists(Path.Combine(_trained.Trained, file)), file));
    }

    [Fact]
    public void Few_labels_are_refused_with_what_is_missing()
    {
        _folder.Write("few.jsonl", """{"text": "The board met.", "outlet": "a", "labels": {"reliability": 50}}""");

        var result = _cli.Run("train", "few.jsonl", "--recipe", Repository.PathOf("models", "reliability.recipe.json"));

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Contains("are missing", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_with_code_130_and_keeps_what_was_stored()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var process = _cli.Start("score", "-", "--format", "jsonl");
        await process.StandardInput.WriteLineAsync("{\"id\": \"first\", \"text\": \"" + string.Concat(Enumerable.Repeat("The board said on Monday that it will close the quay. ", 20)) + "\"}");
        await process.StandardInput.FlushAsync();
        var error = process.StandardError.ReadToEndAsync();
        Assert.Contains("\"id\":\"first\"", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);

        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();

        Assert.True(process.WaitForExit(CliRunner.Patience), "still running");
        Assert.True(process.ExitCode == ExitCode.Interrupted, $"code {process.ExitCode}: {await error}");
        Assert.Contains("stopped after 1 article", await error, StringComparison.Ordinal);
        Assert.Contains("articles,1", _cli.Run("db", "info", "--format", "csv").Out, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    static void AssertAddsUp(JsonElement row, string target)
    {
        var score = row.GetProperty(target);
        var points = row.GetProperty("contributions").EnumerateArray()
            .Where(contribution => contribution.GetProperty("target").GetString() == target)
            .Sum(contribution => contribution.GetProperty("points").GetDouble());
        Assert.Equal(score.GetProperty("score").GetDouble(), score.GetProperty("base").GetDouble() + points, 0.1);
    }

    /// <summary>The stored evidence is in the order of the text.</summary>
    static string WithoutEvidence(string line) => System.Text.RegularExpressions.Regex.Replace(line, "\"evidence\":\\[[^a-z]*\\]", "");
}
