using System.Collections.Immutable;

namespace ReliabilityEngine.Learning;

/// <summary>A learner that recipes can name, whether this build holds it or not.</summary>
/// <param name="Name">As recipes give it.</param>
/// <param name="Description">What it fits, in a line.</param>
/// <param name="IsLinear">Whether its scores are exact sums of what each measurement adds.</param>
/// <param name="Learner">Null where this build does not hold it.</param>
public sealed record KnownLearner(string Name, string Description, bool IsLinear, ILearner? Learner = null)
{
    /// <summary>How to get it where this build does not hold it.</summary>
    public const string Remedy = "learners of ML.NET are built in with -p:MLNet=true, or MLNet=true in the environment, where Microsoft.ML 5.0.0 restores";
}

/// <summary>The learners that recipes can name.</summary>
public static class Learners
{
    static ImmutableArray<KnownLearner> _all =
    [
        new(LinearLearner.Name, "ridge regression on n-grams and features, with models of related labels folded in", IsLinear: true, new LinearLearner()),
        new("mlnet-sdca", "the same family by ML.NET's stochastic dual coordinate ascent", IsLinear: true),
        new("mlnet-lbfgs", "logistic regression on the label as a share of its range, by ML.NET's L-BFGS", IsLinear: true),
        new("mlnet-fasttree", "gradient-boosted regression trees, by ML.NET's FastTree", IsLinear: false),
    ];

    public static ImmutableArray<KnownLearner> All => _all;

    public static IEnumerable<string> BuiltIn => All.Where(known => known.Learner is not null).Select(known => known.Name);

    /// <summary>Takes up a learner that only some builds hold; to be called before anything is trained or read.</summary>
    public static void Add(string name, ILearner learner)
    {
        ArgumentNullException.ThrowIfNull(learner);
        var known = All.FirstOrDefault(known => known.Name == name) ?? throw new ArgumentException($"No learner is known by the name \"{name}\".", nameof(name));
        Add(known with { Learner = learner });
    }

    /// <summary>Takes up a learner of one's own, or another in place of one of that name; to be called before anything is trained or read.</summary>
    public static void Add(KnownLearner learner)
    {
        ArgumentNullException.ThrowIfNull(learner);
        ImmutableInterlocked.Update(ref _all, static (all, added) => all.Any(known => known.Name == added.Name)
            ? [.. all.Select(known => known.Name == added.Name ? added : known)]
            : all.Add(added), learner);
    }

    public static ILearner Named(string name) => Find(name) ?? throw new TrainingException(Missing(name));

    internal static ILearner? Find(string name) => All.FirstOrDefault(known => known.Name == name)?.Learner;

    internal static string Missing(string name) =>
        $"no learner \"{name}\" in this build, expected one of {string.Join(", ", BuiltIn)}{(All.Any(known => known.Name == name) ? $"; {KnownLearner.Remedy}" : "")}";
}
