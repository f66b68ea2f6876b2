using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Golden;

/// <summary>
/// Articles dense with difficult things, with what was found in them (findings.json) beside what a careful reader finds
/// (expected.md).
/// </summary>
public sealed class GoldenArticles
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateDirectories(Repository.PathOf("tests", "golden")).Select(folder => Path.GetFileName(folder)!).Order()];

    [Fact]
    public void There_are_six_at_least() => Assert.True(Names.Count >= 6);

    /// <summary>A change of findings is either a mistake, or the rules' number goes up and the findings are written anew.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Findings_change_only_with_the_rules_number(string name)
    {
        using var folder = new TemporaryFolder();
        var result = new CliRunner(folder).Run("analyze", Repository.PathOf("tests", "golden", name, "article.json"));
        Assert.Equal(0, result.ExitCode);
        GeneratedDocs.AssertCurrent(Findings(result.OutLines[0], TextOf(name)), "tests", "golden", name, "findings.json");
    }

    static string TextOf(string name) =>
        JsonNode.Parse(Repository.Read("tests", "golden", name, "article.json"))!["text"]!.GetValue<string>();

    /// <summary>What was printed, every span with its words, the measurements left out.</summary>
    static string Findings(string analysis, string text)
    {
        var found = JsonNode.Parse(analysis)!.AsObject();
        found.Remove("features");
        found.Remove("likelihood_table");
        found["extractor"] = Extractor.RulesNumber;
        return WithWords(found, text)!.ToJsonString(Indented) + "\n";
    }

    static JsonNode? WithWords(JsonNode? node, string text) => node switch
    {
        JsonArray { Count: 2 } pair when Offset(pair[0]) is { } start && Offset(pair[1]) is { } end
            => $"{start}-{end} {text[start..end]}",
        JsonArray array => new JsonArray([.. array.Select(item => WithWords(item, text))]),
        JsonObject item => new JsonObject(item.Select(pair => KeyValuePair.Create(pair.Key, WithWords(pair.Value, text)))),
        _ => node?.DeepClone(),
    };

    static int? Offset(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var offset) ? offset : null;
}
