using System.Text.Json.Nodes;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Support;

/// <summary>A database with models trained by the program from the labelled samples, so that tests need no shipped ones.</summary>
public sealed class TrainedDatabase : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public TrainedDatabase()
    {
        var cli = new CliRunner(_folder);
        var labelled = Directory.GetFiles(Repository.PathOf("data", "labelled"), "*.jsonl");
        Assert.NotEmpty(labelled);
        Runs = [.. new[] { "reliability", "bias" }.Select(target =>
            cli.Run(["train", .. labelled, "--recipe", Repository.PathOf("models", $"{target}.recipe.json"), "--promote", "--force", "--why", "for tests"]))];
        Assert.All(Runs, run => Assert.True(run.ExitCode == ExitCode.Done, run.Error));
        _folder.Write("weak.recipe.json", WeakRecipe());
        var weak = cli.Run(["train", .. labelled, "--recipe", "weak.recipe.json", "--output", "weak"]);
        Assert.True(weak.ExitCode == ExitCode.Done, weak.Error);
        (Strong, Weak) = (VersionOf("trained"), VersionOf("weak"));
    }

    /// <summary>Version of the reliability model in use.</summary>
    public string Strong { get; }

    /// <summary>Version of a candidate that knows next to nothing of reliability.</summary>
    public string Weak { get; }

    /// <summary>What training printed.</summary>
    internal IReadOnlyList<CliResult> Runs { get; }

    /// <summary>A folder with the trained files, for reading only.</summary>
    public string Trained => _folder.File("trained");

    public void CopyTo(string path) => File.Copy(_folder.File("test.db"), path);

    /// <summary>The recipe of the strong one with next to nothing to look at.</summary>
    static string WeakRecipe()
    {
        var recipe = JsonNode.Parse(File.ReadAllText(Repository.PathOf("models", "reliability.recipe.json")))!;
        var block = recipe["ngrams"]![0]!.DeepClone();
        block["bits"] = 12;
        (recipe["ngrams"], recipe["auxiliary"], recipe["featureWeight"], recipe["penalty"]) = (new JsonArray(block), new JsonArray(), 0, 30);
        return recipe.ToJsonString();
    }

    string VersionOf(string folder) => ModelFile.VersionOf(File.ReadAllBytes(Path.Combine(_folder.File(folder), "reliability.model")));

    public void Dispose() => _folder.Dispose();
}

[CollectionDefinition(Name)]
public sealed class TrainedModels : ICollectionFixture<TrainedDatabase>
{
    public const string Name = "trained models";
}
