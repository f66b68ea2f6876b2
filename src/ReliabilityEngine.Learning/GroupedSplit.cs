using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace ReliabilityEngine.Learning;

/// <summary>A part of the examples to be judged by a model that saw none of their outlets.</summary>
/// <param name="Test">Indices of the examples judged.</param>
/// <param name="Train">Whether each example may be trained on.</param>
public sealed record Fold(string Name, ImmutableArray<int> Test, ImmutableArray<bool> Train);

/// <summary>Splits examples by outlet: the file's own folds where it has them, else by the hash of the outlet's name.</summary>
public static class GroupedSplit
{
    /// <param name="judged">The examples to be judged, each in exactly one fold; those of no known outlet are left out.</param>
    public static ImmutableArray<Fold> Create(IReadOnlyList<Example> examples, IEnumerable<int> judged, int folds)
    {
        int[] rows = [.. judged.Where(index => examples[index].Outlet != Article.UnknownOutlet)];
        CheckFoldsOfFiles(rows.Select(index => examples[index]));
        var split = rows.GroupBy(index => NameOf(examples[index], folds))
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Leaving(examples, group.Key, [.. group]))
            .ToImmutableArray();
        foreach (var fold in split)
            Check(examples, fold);
        return split;
    }

    /// <summary>The first byte of the SHA-256 of a canonical name, modulo the number of folds.</summary>
    public static int NumberOf(string outlet, int folds) => SHA256.HashData(Encoding.UTF8.GetBytes(outlet))[0] % folds;

    /// <summary>Refuses a fold that has an outlet on both sides, with the outlets named.</summary>
    public static void Check(IReadOnlyList<Example> examples, Fold fold)
    {
        var judged = fold.Test.Select(index => examples[index].Outlet).ToHashSet(StringComparer.Ordinal);
        var both = Enumerable.Range(0, examples.Count).Where(index => fold.Train[index] && judged.Contains(examples[index].Outlet))
            .Select(index => examples[index].Outlet).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (both.Length > 0)
            throw new TrainingException($"fold {fold.Name}: outlets on both sides: {string.Join(", ", both)}; articles are split by outlet only");
        if (!fold.Train.Contains(true))
            throw new TrainingException($"fold {fold.Name} holds every outlet: nothing is left to train on; more outlets are needed");
    }

    /// <summary>Refuses a file whose own folds divide an outlet, as those of a random split do.</summary>
    static void CheckFoldsOfFiles(IEnumerable<Example> examples)
    {
        foreach (var file in examples.Where(example => example.Fold is not null).GroupBy(example => example.File, StringComparer.Ordinal))
        {
            var divided = file.GroupBy(example => example.Outlet, StringComparer.Ordinal).Where(outlet => outlet.DistinctBy(example => example.Fold).Count() > 1)
                .Select(outlet => outlet.Key).Order(StringComparer.Ordinal).ToArray();
            if (divided.Length > 0)
                throw new TrainingException($"{file.Key}: its \"fold\" puts outlets on both sides: {string.Join(", ", divided)}; articles are split by outlet only");
        }
    }

    static string NameOf(Example example, int folds) =>
        $"{example.File}/{example.Fold ?? NumberOf(example.Outlet, folds):00}";

    // An article of no known outlet may be of any, so of one that is judged.
    static Fold Leaving(IReadOnlyList<Example> examples, string name, ImmutableArray<int> test)
    {
        var judged = test.Select(index => examples[index].Outlet).Append(Article.UnknownOutlet).ToHashSet(StringComparer.Ordinal);
        return new(name, test, [.. examples.Select(example => !judged.Contains(example.Outlet))]);
    }
}
