using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.Evaluations;
using ReliabilityEngine.Lexicons;

namespace ReliabilityEngine.Learning.Cards;

/// <summary>What a model is, what it was made from, how it does and where it fails.</summary>
public sealed record ModelCard
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // Copyright signs and dashes stay readable; the card is a file, not a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What the model's files are called.</summary>
    public required string Name { get; init; }

    public required string Target { get; init; }

    /// <summary>The model's version, which is also the beginning of its file's SHA-256.</summary>
    public required string Version { get; init; }

    /// <summary>The learner that trained it, as recipes name it.</summary>
    public required string Learner { get; init; }

    /// <summary>Version of the program that trained it.</summary>
    public required string Program { get; init; }

    public required string Extractor { get; init; }

    /// <summary>The first 16 hex digits of the SHA-256 over the lexicons.</summary>
    public required string Lexicons { get; init; }

    /// <summary>The first 16 hex digits of the SHA-256 over the names of the declared features.</summary>
    public required string Features { get; init; }

    /// <summary>SHA-256 of the recipe.</summary>
    public required string RecipeHash { get; init; }

    /// <summary>Declared features that the model looks at.</summary>
    public required int FeatureCount { get; init; }

    /// <summary>Size of the model's file.</summary>
    public required int Bytes { get; init; }

    public required ImmutableArray<DataSummary> Data { get; init; }

    /// <summary>Version of the model that training began with; null where it began with nothing.</summary>
    public string? Prior { get; init; }

    public required Evaluation Evaluation { get; init; }

    /// <summary>The recipe as it was written.</summary>
    public required JsonElement Recipe { get; init; }

    /// <summary>Whether the recipe itself names the data, and it was not given in their place.</summary>
    internal bool IsOfRecipe(DataSummary data) => Recipe.GetProperty("files").EnumerateArray().Any(file => file.GetProperty("file").ValueEquals(data.File));

    public static ModelCard Of(TrainingRun run) => new()
    {
        Name = run.Recipe.Name,
        Target = run.Model.Target,
        Version = run.Model.Version,
        Learner = run.Model.Header.Learner,
        Program = typeof(ModelCard).Assembly.GetName().Version!.ToString(3),
        Extractor = run.Model.Header.Extractor,
        Lexicons = LexiconLibrary.BuiltIn.ContentHash()[..16],
        Features = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', run.Model.Header.Features))))[..16],
        RecipeHash = run.Model.Header.RecipeHash,
        FeatureCount = FeatureSet.All.Count(run.Recipe.LooksAt),
        Bytes = run.Bytes.Length,
        Data = run.Data,
        Prior = run.Recipe.Prior?.Version,
        Evaluation = run.Evaluation,
        Recipe = JsonElement.Parse(run.Recipe.Source),
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";
}
