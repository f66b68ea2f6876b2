using System.Collections.Immutable;

namespace ReliabilityEngine.Learning;

/// <summary>Splits examples by date as well as by outlet: the latest are judged by models that saw only earlier ones of other outlets.</summary>
public static class TimeSplit
{
    // Enough articles on either side to measure and to train on.
    const int FewestDated = 100;
    const double EarlierShare = 0.7;

    /// <summary>
    /// The folds by outlet, cut by date; none where too few articles of the main label are dated, and not those before which nothing
    /// was published that has each of the recipe's labels.
    /// </summary>
    /// <param name="examples">With labels only where the text can be judged.</param>
    /// <param name="outletFolds">What <see cref="GroupedSplit"/> made of the same examples.</param>
    public static (DateTimeOffset? From, ImmutableArray<Fold> Folds) Create(
        IReadOnlyList<Example> examples, ImmutableArray<Fold> outletFolds, Recipe recipe)
    {
        // The label by which articles are judged.
        var main = recipe.Train[0];
        var dates = outletFolds.SelectMany(fold => fold.Test).Where(index => examples[index].ValueOf(main) is not null)
            .Select(index => examples[index].Article.Published).OfType<DateTimeOffset>().Order().ToArray();
        if (dates.Length < FewestDated)
            return (null, []);
        var from = dates[(int)(dates.Length * EarlierShare)];
        ImmutableArray<Fold> later =
        [
            .. outletFolds.Select(fold => new Fold(
                    $"{fold.Name} later",
                    [.. fold.Test.Where(index => examples[index].ValueOf(main) is not null && examples[index].Article.Published >= from)],
                    [.. fold.Train.Select((mayTrain, index) => mayTrain && examples[index].Article.Published < from)]))
                .Where(fold => !fold.Test.IsEmpty && CanTrain(fold)),
        ];
        return later.IsEmpty ? (null, []) : (from, later);

        bool CanTrain(Fold fold) =>
            recipe.AllLabels.All(source => Enumerable.Range(0, examples.Count).Any(index => fold.Train[index] && examples[index].ValueOf(source) is not null));
    }
}
