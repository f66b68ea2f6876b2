using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

public sealed class EvaluateModelTests : IDisposable
{
    const string Data = "labelled.jsonl";

    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;
    readonly string[] _articles;

    public EvaluateModelTests()
    {
        _cli = new(_folder);
        var lines = Directory.GetFiles(Repository.PathOf("data", "labelled"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines);
        // Twice as many, so that enough are dated, and one that cannot be judged.
        _articles = [.. lines.SelectMany(line => new[] { line, WithId(line, "again") }), WithText(lines.First(), "Too short.")];
        File.WriteAllLines(_folder.File(Data), _articles);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_table_of_the_card_is_printed_and_every_labelled_article_has_a_row_of_scores()
    {
        var rows = Evaluate("--study", "--format", "jsonl", "--scores", "scored.jsonl").OutLines.Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(
            ["agreement", "calibration", "outlet", "length", "unusualness", "later", "swap", "importance", "ablation"],
            rows.Select(row => row.GetProperty("table").GetString()).Distinct());
        Assert.All(rows, row => Assert.Equal("reliability", row.GetProperty("recipe").GetString()));
        Assert.Equal(145, rows.Single(row => row.GetProperty("table").ValueEquals("agreement") && row.GetProperty("measure").ValueEquals("articles")).GetProperty("value").GetDouble());
        var scores = File.ReadAllLines(_folder.File("scored.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(_articles.Length, scores.Count);
        Assert.All(scores, score => Assert.Equal(JsonValueKind.Null, score.GetProperty("bias").GetProperty("score").ValueKind));
        Assert.Equal(JsonValueKind.Null, scores.Single(score => score.GetProperty("id").ValueEquals("short")).GetProperty("reliability").GetProperty("score").ValueKind);
        Assert.All(scores.Where(score => !score.GetProperty("id").ValueEquals("short")), score =>
        {
            var interval = score.GetProperty("reliability").GetProperty("interval");
            Assert.InRange(score.GetProperty("reliability").GetProperty("score").GetDouble(), interval[0].GetDouble(), interval[1].GetDouble());
        });
    }

    [Fact]
    public void People_read_the_same_figures_under_titles()
    {
        var read = Evaluate("--study").Out;

        Assert.All(
            ["Brier score", "Calibration, by tenths", "The outlets with most articles", "By length", "By how unusual", "Later than all that was seen", "Names exchanged", "Features that count", "What each part is worth"],
            title => Assert.Contains(title, read, StringComparison.Ordinal));
        Assert.Contains("hollin valley gazette", read, StringComparison.Ordinal);
    }

    CliResult Evaluate(params string[] options)
    {
        _folder.Write("house.recipe.json", Recipe());
        var result = _cli.Run(["evaluate", "model", "--recipe", "house.recipe.json", "--data", ".", .. options]);
        Assert.True(result.ExitCode == ExitCode.Done, result.Error);
        return result;
    }

    string Recipe()
    {
        var recipe = JsonNode.Parse(File.ReadAllText(Repository.PathOf("models", "reliability.recipe.json")))!;
        var block = recipe["ngrams"]![0]!.DeepClone();
        block["bits"] = 12;
        (recipe["ngrams"], recipe["auxiliary"]) = (new JsonArray(block), new JsonArray());
        recipe["files"] = new JsonArray(new JsonObject
        {
            ["file"] = Data,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder.File(Data)))),
            ["title"] = "labelled",
            ["licence"] = "CC0",
        });
        recipe["train"]![0]!["file"] = Data;
        return recipe.ToJsonString();
    }

    static string WithId(string article, string id)
    {
        var json = JsonNode.Parse(article)!;
        json["id"] = $"{json["id"]}-{id}";
        return json.ToJsonString();
    }

    static string WithText(string article, string text)
    {
        var json = JsonNode.Parse(article)!;
        (json["id"], json["text"]) = ("short", text);
        return json.ToJsonString();
    }
}
