using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>A model in the registry, without its weights.</summary>
sealed record RegisteredModel
{
    public required string Version { get; init; }

    public required string Target { get; init; }

    /// <summary>candidate, in-use or retired.</summary>
    public required string State { get; init; }

    /// <summary>trained, shipped or imported.</summary>
    public required string Origin { get; init; }

    public required string StoredAt { get; init; }

    public required long Size { get; init; }

    public string? Extractor { get; init; }

    /// <summary>With its own labels, on outlets that it never saw; null where its card does not say.</summary>
    public double? Correlation { get; init; }

    public long? Articles { get; init; }

    public bool IsInUse => State == "in-use";
}

/// <summary>A model in the registry, ready to be read.</summary>
/// <param name="Card">As JSON.</param>
sealed record StoredModel(string Version, string Target, byte[] Bytes, string Card);

/// <summary>A model that is to be registered.</summary>
sealed record NewModel(string Version, string Target, string Origin, byte[] Bytes, string Card, ModelTrial Trial)
{
    public const string Trained = "trained";
    public const string Shipped = "shipped";
    public const string Imported = "imported";
}

/// <summary>Why a model comes into use.</summary>
/// <param name="Objection">What the gate held against it, and was overruled; null where it held nothing.</param>
sealed record Promotion(string Step, string? Objection, string? Why, string Who)
{
    public const string CameWithProgram = "shipped";
    public const string Promoted = "promoted";
    public const string RolledBack = "rolled back";
}

/// <summary>A change of the model in use.</summary>
sealed record PastPromotion(string Version, string? Former, string Step, string? Objection, string? Why, string Who, string At);
