using System.Security.Cryptography;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>Trains taggers by a recipe and describes them.</summary>
public static class TaggerTraining
{
    /// <returns>The weights' bytes, their card, and what was found out of publisher.</returns>
    public static (byte[] Weights, TaggerCard Card, LearnedTaggers Learned) Run(
        TaggerRecipe recipe, string dataFolder, string command, DateOnly date, int threads, Action<string> progress)
    {
        var learned = new TaggerLearning(progress, threads).Learn(new(
            recipe.Texts.SelectMany(set => PlainTexts.Read(PathOf(set))),
            [.. recipe.Treebanks.Select(PathOf)],
            recipe.HeldOutTreebank is { } heldOut ? PathOf(heldOut) : null,
            PolNearCorpus.Read(PathOf(recipe.Attributions)),
            recipe.Folds,
            recipe.Seed));
        using var stream = new MemoryStream();
        learned.Write(stream);
        var weights = stream.ToArray();
        var used = recipe.All.Select(set => TaggerCard.Used(set, dataFolder)).ToArray();
        return (weights, Card(learned, weights, used, command, date, recipe), learned);

        string PathOf(TaggerDataSet set) => Path.Combine(dataFolder, set.Path);
    }

    static TaggerCard Card(LearnedTaggers learned, byte[] weights, UsedData[] used, string command, DateOnly date, TaggerRecipe recipe)
    {
        var found = learned.OutOfPublisher.Select(pair => (pair.Article, (IReadOnlyList<FoundAttribution>)pair.Found)).ToList();
        return new(
            "Taggers",
            date,
            command,
            recipe.Seed,
            recipe.Folds,
            Convert.ToHexStringLower(SHA256.HashData(weights)),
            weights.Length,
            used,
            learned.PartOfSpeechAccuracy is { } accuracy ? Math.Round(accuracy, 4) : null,
            learned.Threshold,
            TaggerCard.Figures("all", AttributionAgreement.Of(found)),
            [.. found.GroupBy(pair => pair.Article.Publisher, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => TaggerCard.Figures(group.Key, AttributionAgreement.Of(group)))]);
    }
}
