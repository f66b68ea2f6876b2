using System.Collections.Immutable;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.NGrams;

namespace ReliabilityEngine.Learning;

/// <summary>What was learned: turns measurements into a score, and says what each of them adds to it. Safe to share between threads.</summary>
public interface IFormula
{
    /// <summary>The score before any measurement adds to it: about the mean of the examples that it was fitted to.</summary>
    double Base { get; }

    Standardizer Standardizer { get; }

    /// <summary>The score, not yet held within the target's range.</summary>
    double Predict(FeatureVector features, GramVector grams);

    /// <summary>By how much the score would change were a declared feature, each for itself, what it is in another article.</summary>
    ImmutableArray<double> Shifts(FeatureVector features, GramVector grams, FeatureVector others);

    Points Explain(FeatureVector features, GramVector grams);

    /// <summary>Writes what <see cref="ILearner.Read"/> reads.</summary>
    void Write(Stream stream, NGramLayout layout);
}

/// <summary>What measurements add to a score.</summary>
/// <param name="Features">Of each declared feature.</param>
/// <param name="Grams">Of each n-gram of the article.</param>
/// <param name="Rest">What a contribution that makes up the difference to the score is called.</param>
public readonly record struct Points(ImmutableArray<double> Features, ImmutableArray<double> Grams, string Rest);
