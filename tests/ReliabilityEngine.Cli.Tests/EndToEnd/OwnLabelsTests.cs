using System.Text.Json;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

public sealed class OwnLabelsTests : IDisposable
{
    static readonly string Recipe = Repository.PathOf("models", "reliability.recipe.json");

    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;

    public OwnLabelsTests() => _cli = new(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_model_is_trained_on_labels_in_the_database_and_its_card_says_whose()
    {
        Assert.Equal(0, _cli.Run(["score", .. Directory.GetFiles(Repository.PathOf("data", "labelled"), "*.jsonl")]).ExitCode);
        var labels = _cli.Run("label", "export", "--format", "csv").Out;
        Assert.Equal(0, _cli.RunWith(labels.Replace(",import,", ",Ada,", StringComparison.Ordinal), "label", "import", "-").ExitCode);

        var train = _cli.Run("train", "--from-database", "--recipe", Recipe);
        Assert.True(train.ExitCode == 0, train.Error);
        var card = JsonDocument.Parse(File.ReadAllText(_folder.File("trained/reliability.card.json"))).RootElement;
        var version = card.GetProperty("version").GetString()!;
        Assert.Contains($"stored as a candidate in {_cli.DatabasePath}; `reliability models promote {version}` puts it in use", train.Out, StringComparison.Ordinal);
        Assert.Contains("by 2 labellers (Ada 72, import 72), given ", card.GetProperty("data")[0].GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", Hash(card));
        Assert.NotEqual(JsonValueKind.Null, card.GetProperty("prior").ValueKind);
        Assert.Contains("Begun with the shipped model", File.ReadAllText(_folder.File("trained/reliability.card.md")), StringComparison.Ordinal);

        // Another label is other data.
        Assert.Equal(0, _cli.RunWith("id,labeller,reliability\nardanian-wire-court,Ada,12\n", "label", "import", "-").ExitCode);
        Assert.Equal(0, _cli.Run("train", "--from-database", "--recipe", Recipe, "--output", "again").ExitCode);
        Assert.NotEqual(Hash(card), Hash(JsonDocument.Parse(File.ReadAllText(_folder.File("again/reliability.card.json"))).RootElement));

        // What the gate says hangs on the shipped model: the house whose labels they are may answer for it.
        var promotion = _cli.Run("models", "promote", version, "--force", "--why", "our own labels");
        Assert.True(promotion.ExitCode == 0, promotion.Error);
        Assert.Contains($"{version} is in use for reliability from now on", promotion.Out, StringComparison.Ordinal);
    }

    static string? Hash(JsonElement card) => card.GetProperty("data")[0].GetProperty("sha256").GetString();

    [Fact]
    public void Too_few_labels_are_refused_with_what_is_missing()
    {
        Assert.Equal(0, _cli.Run("score", Repository.PathOf("data", "labelled", "ardanian-wire.jsonl")).ExitCode);
        var train = _cli.Run("train", "--from-database", "--alone", "--recipe", Recipe);
        Assert.Equal(1, train.ExitCode);
        Assert.Contains("31 articles and 3 outlets are missing", train.Error, StringComparison.Ordinal);
        Assert.Equal(1, _cli.Run("train", "x.jsonl", "--from-database", "--recipe", Recipe).ExitCode);
    }
}
