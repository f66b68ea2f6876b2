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
            cli.Run(["train", .. labelled, "--recipe", Repository.PathOf("models", $"{target}.recipe.json"), "--promote"]))];
        Assert.All(Runs, run => Assert.True(run.ExitCode == ExitCode.Done, run.Error));
    }

    /// <summary>What training printed.</summary>
    internal IReadOnlyList<CliResult> Runs { get; }

    /// <summary>A folder with the trained files, for reading only.</summary>
    public string Trained => _folder.File("trained");

    public void CopyTo(string path) => File.Copy(_folder.File("test.db"), path);

    public void Dispose() => _folder.Dispose();
}

[CollectionDefinition(Name)]
public sealed class TrainedModels : ICollectionFixture<TrainedDatabase>
{
    public const string Name = "trained models";
}
