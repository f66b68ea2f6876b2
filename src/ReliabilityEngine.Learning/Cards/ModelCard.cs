using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReliabilityEngine.Learning.Evaluations;

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

    public required string Target { get; init; }

    /// <summary>The model's version, which is also the beginning of its file's SHA-256.</summary>
    public required string Version { get; init; }

    /// <summary>Version of the program that trained it.</summary>
    public required string Program { get; init; }

    public required string Extractor { get; init; }

    public required int FeatureCount { get; init; }

    /// <summary>Size of the model's file.</summary>
    public required int Bytes { get; init; }

    public required ImmutableArray<DataSummary> Data { get; init; }

    public required Evaluation Evaluation { get; init; }

    /// <summary>The recipe as it was written.</summary>
    public required JsonElement Recipe { get; init; }

    public static ModelCard Of(TrainingRun run) => new()
    {
        Target = run.Model.Target,
        Version = run.Model.Version,
        Program = typeof(ModelCard).Assembly.GetName().Version!.ToString(3),
        Extractor = run.Model.Header.Extractor,
        FeatureCount = run.Model.Header.Features.Length,
        Bytes = run.Bytes.Length,
        Data = run.Data,
        Evaluation = run.Evaluation,
        Recipe = JsonElement.Parse(run.Recipe.Source),
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";
}
