using System.Collections.Immutable;

namespace ReliabilityEngine.Learning;

/// <summary>Splits examples by date as well as by outlet: the latest are judged by models that saw only earlier ones of other outlets.</summary>
public static class TimeSplit
{
    // Enough articles on either side to measure and to train on.
    const int FewestDated = 100;
    const double EarlierShare = 0.7;

    /// <summary>The folds by outlet, cut by date; none where too few articles of the main label are dated.</summary>
    /// <param name="outletFolds">What <see cref="GroupedSplit"/> made of the same examples.</param>
    /// <param name="main">The label by which articles are judged.</param>
    public static (DateTimeOffset? From, ImmutableArray<Fold> Folds) Create(
        IReadOnlyList<Example> examples, ImmutableArray<Fold> outletFolds, LabelSource main)
    {
        var dates = outletFolds.SelectMany(fold => fold.Test).Where(index => examples[index].ValueOf(main) is not null)
            .Select(index => examples[index].Article.Published).OfType<DateTimeOffset>().Order().ToArray();
        if (dates.Length < FewestDated)
            return (null, []);
        var from = dates[(int)(dates.Length * EarlierShare)];
        return (from,
        [
            .. outletFolds.Select(fold => new Fold(
                    $"{fold.Name} later",
                    [.. fold.Test.Where(index => examples[index].ValueOf(main) is not null && examples[index].Article.Published >= from)],
                    [.. fold.Train.Select((mayTrain, index) => mayTrain && examples[index].Article.Published < from)]))
                .Where(fold => !fold.Test.IsEmpty),
        ]);
    }
}
