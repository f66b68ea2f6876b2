using System.Collections.Immutable;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.NGrams;

namespace ReliabilityEngine.Learning;

/// <summary>All that decides how a model of one target is trained.</summary>
public sealed record Recipe
{
    /// <summary>What the model's files are called; the target, where the recipe does not say otherwise.</summary>
    public required string Name { get; init; }

    /// <summary>What the model predicts, such as <c>reliability</c>.</summary>
    public required string Target { get; init; }

    public required string Learner { get; init; }

    public required int Seed { get; init; }

    /// <summary>How articles are divided for judging: <c>outlet</c> is the only honest way, and the only one.</summary>
    public required string Split { get; init; }

    /// <summary>The least and greatest score that the target knows.</summary>
    public required double Lowest { get; init; }

    public required double Highest { get; init; }

    public required ImmutableArray<DataFile> Files { get; init; }

    /// <summary>A model of each is fitted by itself; the score is their mean by weight.</summary>
    public required ImmutableArray<LabelSource> Train { get; init; }

    /// <summary>
    /// Related labels; a model of each is trained first, and what it says is one more feature of the models that are
    /// fitted to other files: of its own articles it says too much.
    /// </summary>
    public required ImmutableArray<LabelSource> Auxiliary { get; init; }

    /// <summary>Ridge penalty of the models proper.</summary>
    public required double Penalty { get; init; }

    /// <summary>Scale of an auxiliary model's standardised score beside the n-grams, whose blocks have their weights as length.</summary>
    public required double AuxiliaryWeight { get; init; }

    /// <summary>Length of the vector of declared features beside the n-grams' blocks.</summary>
    public required double FeatureWeight { get; init; }

    /// <summary>What boosted trees are grown by; other learners do not look at it.</summary>
    public required TreeGrowth Trees { get; init; }

    /// <summary>Which of the declared features the model may look at.</summary>
    public required FeatureChoice Features { get; init; }

    /// <summary>Names of features that it may not look at all the same, such as those whose weight no reader would believe.</summary>
    public required ImmutableArray<string> Without { get; init; }

    public required ImmutableArray<NGramBlock> NGrams { get; init; }

    /// <summary>An n-gram that stands in fewer articles has no weight.</summary>
    public required int MinimumDocuments { get; init; }

    /// <summary>Outlets without a fold of their own are dealt into so many, by the hash of their name.</summary>
    public required int Folds { get; init; }

    /// <summary>Share of articles whose true value an interval shall hold.</summary>
    public required double Coverage { get; init; }

    /// <summary>The recipe as it was written, for the card.</summary>
    public required string Source { get; init; }

    /// <summary>The model that training begins with; null where it begins with nothing.</summary>
    public ShippedModel? Prior { get; init; }

    public bool LooksAt(Feature feature) => Features.Holds(feature) && !Without.Contains(feature.Name);

    public IEnumerable<LabelSource> AllLabels => Train.Concat(Auxiliary);

    /// <summary>The same recipe over other labelled files, and no others.</summary>
    public Recipe WithFiles(IEnumerable<string> paths)
    {
        ImmutableArray<DataFile> files = [.. paths.Select(path => new DataFile(path, ExampleFile.HashOf(path), Path.GetFileName(path), null))];
        return this with
        {
            Files = files,
            Train = [new LabelSource(Target, LabelSource.AnyFile, Target, [], 1)],
            Auxiliary = [],
        };
    }

    /// <summary>The same recipe over labels of one's own.</summary>
    /// <param name="labels">What is said of them in the card.</param>
    /// <param name="prior">The model to begin with; null to begin with nothing.</param>
    public Recipe WithLabels(DataFile labels, ShippedModel? prior) => WithFiles([]) with
    {
        Files = [labels],
        Prior = prior,
        NGrams = prior is null ? NGrams : prior.Model.Header.NGrams,
    };
}

/// <summary>How boosted trees are grown.</summary>
/// <param name="LeastExamples">A leaf holds no fewer.</param>
/// <param name="Rate">The share of its correction that each tree is given.</param>
/// <param name="FeatureShare">The share of the measurements that each tree may look at.</param>
public sealed record TreeGrowth(int Count, int Leaves, int LeastExamples, double Rate, double FeatureShare)
{
    public static TreeGrowth Default { get; } = new(200, 8, 10, 0.1, 0.2);
}

/// <summary>A file of labelled articles.</summary>
/// <param name="Sha256">Of its content, lower-case hex; null where any is taken.</param>
public sealed record DataFile(string Name, string? Sha256, string Title, string? Licence);

/// <summary>Labels of one kind from one file.</summary>
/// <param name="File">The name of the file, or <see cref="AnyFile"/>.</param>
/// <param name="Label">The label's name in the file.</param>
/// <param name="Values">What words and yes/no stand for as numbers; empty where the labels are numbers.</param>
/// <param name="Weight">How much the model of these labels counts in the score; of an auxiliary model, its ridge penalty.</param>
/// <param name="Except">A mark of articles that are left out, such as <c>outlet_in_semeval_test</c>; null where all count.</param>
public sealed record LabelSource(
    string Name, string File, string Label, ImmutableSortedDictionary<string, double> Values, double Weight, string? Except = null)
{
    /// <summary>Stands for all the files that a recipe is given.</summary>
    public const string AnyFile = "the labelled files";

    public LabelSource(string name, string file, string label, IEnumerable<KeyValuePair<string, double>> values, double weight, string? except = null)
        : this(name, file, label, values.ToImmutableSortedDictionary(StringComparer.Ordinal), weight, except)
    {
    }

    public bool Covers(string file) => File == AnyFile || File == file;
}
