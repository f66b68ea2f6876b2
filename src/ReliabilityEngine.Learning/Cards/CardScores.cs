using System.Collections.Immutable;
using System.Text.Json;

namespace ReliabilityEngine.Learning.Cards;

/// <summary>How a model's scores were spread over the examples of outlets that it had not seen, as its card tells.</summary>
/// <param name="Tenths">The bounds between tenths of the scores, rising.</param>
public sealed record CardScores(double Mean, ImmutableArray<double> Tenths)
{
    /// <summary>Null where the card does not tell.</summary>
    /// <param name="card">As JSON.</param>
    public static CardScores? Read(string card)
    {
        try
        {
            using var json = JsonDocument.Parse(card);
            return Read(json.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    static CardScores? Read(JsonElement card)
    {
        if (!card.TryGetProperty("evaluation", out var evaluation)
            || !evaluation.TryGetProperty("agreements", out var agreements) || agreements.GetArrayLength() == 0
            || !agreements[0].TryGetProperty("calibration", out var tenths) || tenths.GetArrayLength() < 2)
            return null;
        double[] means = [.. tenths.EnumerateArray().Select(tenth => tenth.GetProperty("score").GetDouble()).Order()];
        return new(means.Average(), [.. means.Zip(means.Skip(1), (low, high) => (low + high) / 2)]);
    }
}
