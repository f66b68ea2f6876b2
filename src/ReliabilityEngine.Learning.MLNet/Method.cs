using Microsoft.ML;

namespace ReliabilityEngine.Learning.MLNet;

/// <summary>One of ML.NET's trainers: the rows that it learns from, and how its settings follow from the recipe.</summary>
abstract class Method
{
    /// <summary>An n-gram that stands in fewer of the examples has no slot.</summary>
    public virtual int LeastExamples(Recipe recipe, int examples) => recipe.MinimumDocuments;

    /// <summary>An example as the trainer takes it.</summary>
    public virtual IEnumerable<VectorRow> Rows(VectorRow row, Recipe recipe) => [row];

    public abstract ITransformer Fit(MLContext context, IDataView rows, IReadOnlyCollection<VectorRow> examples, Recipe recipe);

    /// <summary>What a trainer's output stands for, in the unit of the score.</summary>
    public virtual Link Link(double lowest, double highest) => new(lowest, highest, IsLogistic: false);
}

/// <summary>From what a trainer puts out to a score.</summary>
/// <param name="IsLogistic">Whether the output is the logarithm of odds between the ends of the range, or the score itself.</param>
readonly record struct Link(double Lowest, double Highest, bool IsLogistic)
{
    public double Score(double output) => IsLogistic ? Lowest + ((Highest - Lowest) / (1 + Math.Exp(-output))) : output;

    /// <summary>
    /// The mean steepness between two outputs. What a linear output's terms add, times it, adds up to the score: the
    /// integrated gradients (Sundararajan et al. 2017) along the straight way between the two.
    /// </summary>
    public double Slope(double from, double to) => Math.Abs(to - from) < 1e-6
        ? (Score(from + 1e-3) - Score(from - 1e-3)) / 2e-3
        : (Score(to) - Score(from)) / (to - from);
}
