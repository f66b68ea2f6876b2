using System.Globalization;
using System.Text.Json;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>What is known of a model, to be read by people.</summary>
static class ModelFacts
{
    static readonly (string Name, string InWords)[] Measures =
    [
        ("articles", "articles"), ("outlets", "outlets"), ("r", "r"), ("rankCorrelation", "rank correlation"), ("meanError", "mean error"), ("auc", "AUC"),
        ("accuracy", "accuracy"), ("coverage", "labels inside the intervals"), ("width", "their mean width"),
    ];

    /// <param name="history">Of the target.</param>
    public static IEnumerable<DatabaseFact> Of(RegisteredModel model, string card, IEnumerable<PastPromotion> history)
    {
        yield return new("target", model.Target);
        yield return new("version", model.Version);
        yield return new("state", model.State);
        yield return new("origin", $"{model.Origin}, {model.StoredAt}");
        yield return new("size", FormattableString.Invariant($"{model.Size / 1024} kB"));
        foreach (var fact in OfCard(JsonElement.Parse(card)))
            yield return fact;
        foreach (var step in history.Where(step => step.Version == model.Version || step.Former == model.Version))
            yield return new(step.At, InWords(step));
    }

    static IEnumerable<DatabaseFact> OfCard(JsonElement card)
    {
        foreach (var name in (string[])["program", "extractor"])
        {
            if (card.TryGetProperty(name, out var value))
                yield return new(name, value.ToString());
        }

        foreach (var data in Items(card, "data"))
            yield return new("data", $"{Text(data, "file")}: {Text(data, "articles")} articles, {Text(data, "outlets")} outlets");
        if (!card.TryGetProperty("evaluation", out var evaluation))
            yield break;
        foreach (var agreement in Items(evaluation, "agreements"))
        {
            yield return new("judged against", $"\"{Text(agreement, "label")}\" of outlets that its training never saw");
            foreach (var (name, inWords) in Measures.Where(measure => Text(agreement, measure.Name).Length > 0))
                yield return new(inWords, Text(agreement, name));
        }
    }

    static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value)
        ? value.ValueKind == JsonValueKind.Number ? value.GetDouble().ToString("0.###", CultureInfo.InvariantCulture) : value.ToString()
        : "";

    static string InWords(PastPromotion step) =>
        $"{(step.Step == Promotion.CameWithProgram ? "came with the program" : step.Step)}: {step.Version} in use{(step.Former is null ? "" : $" in place of {step.Former}")}, by {step.Who}"
        + (step.Objection is null ? "" : $", although {step.Objection}")
        + (step.Why is null ? "" : $"; why: {step.Why}");
}
