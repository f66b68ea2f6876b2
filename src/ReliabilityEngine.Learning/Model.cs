using System.Collections.Immutable;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.NGrams;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Learning;

/// <summary>A trained model of one target: turns what was measured into a score that is a sum of reasons. Safe to share between threads.</summary>
public sealed class Model
{
    readonly Explanation _explanation;

    internal Model(ModelHeader header, IFormula formula, string version)
    {
        (Header, Version, Formula) = (header, version, formula);
        Layout = new(header.NGrams);
        _explanation = new(header, formula, Layout);
    }

    public ModelHeader Header { get; }

    internal IFormula Formula { get; }

    public string Target => Header.Target;

    /// <summary>The first 12 hex digits of the SHA-256 of the model's file.</summary>
    public string Version { get; }

    public NGramLayout Layout { get; }

    /// <summary>A measurement in standard deviations of the training examples around their mean, −4..4.</summary>
    /// <param name="feature">Its place in the list of features.</param>
    public double Standardized(int feature, double value) => Formula.Standardizer.Scale(feature, value);

    /// <summary>The score before it is held within the target's range.</summary>
    public double Predict(FeatureVector features, GramVector grams) => Formula.Predict(features, grams);

    /// <summary>The score with its interval, rounded to one decimal.</summary>
    public TargetScore Score(FeatureVector features, GramVector grams, int words)
    {
        var score = Held(Predict(features, grams));
        var half = Header.Intervals.HalfWidth(score, words, Formula.Standardizer.Unusualness(features));
        return new(score, new(Held(score - half), Held(score + half)), Math.Round(Formula.Base, 1));
    }

    /// <summary>The reasons of a score, the largest first; with the base they add up to it.</summary>
    public ImmutableArray<Contribution> Explain(TargetScore score, ArticleReading reading, GramVector grams) =>
        _explanation.Of(score, Predict(reading.Features, grams), reading, grams);

    double Held(double score) => Math.Round(Math.Clamp(score, Header.Lowest, Header.Highest), 1);
}

/// <summary>What a model's file tells about it, weights apart.</summary>
public sealed record ModelHeader
{
    public required string Target { get; init; }

    public required string Learner { get; init; }

    public required double Lowest { get; init; }

    public required double Highest { get; init; }

    /// <summary>The declared features that it was made for, in order.</summary>
    public required ImmutableArray<string> Features { get; init; }

    /// <summary><see cref="ReliabilityEngine.Extractor.Version"/> at its training.</summary>
    public required string Extractor { get; init; }

    public required ImmutableArray<NGramBlock> NGrams { get; init; }

    public required IntervalTable Intervals { get; init; }

    /// <summary>SHA-256 of the recipe.</summary>
    public required string RecipeHash { get; init; }

    /// <summary>The outlets of its examples, of which it must not be judged: <see cref="OutletMark.Of"/>; null where nobody noted them.</summary>
    public ImmutableArray<string>? Outlets { get; init; }

    /// <summary>Whether an outlet was among its examples.</summary>
    /// <param name="outlet">Canonical.</param>
    public bool HasSeen(string outlet) => Outlets is { } seen && seen.BinarySearch(OutletMark.Of(outlet), StringComparer.Ordinal) >= 0;

    /// <summary>Refuses what no training writes, so that whatever reads it need not look again.</summary>
    internal void Check()
    {
        Expect(!Features.IsDefault && !NGrams.IsDefault, "a list is missing");
        Expect(double.IsFinite(Lowest) && double.IsFinite(Highest) && Lowest < Highest, "the range of scores is none");
        Expect(NGrams.All(block => block is { Bits: >= 1 and <= NGramBlock.MostBits, Shortest: >= 1 } && block.Longest >= block.Shortest && block.Longest <= NGramBlock.MostUnits &&
            double.IsFinite(block.Weight) && Enum.IsDefined(block.Part) && Enum.IsDefined(block.Unit)), "a block of n-grams is none");
        Expect(NGrams.Length <= NGramBlock.MostBlocks, "it has too many blocks of n-grams");
        Expect(Intervals.IsSound, "its intervals are none");
        // Whether an outlet was seen is looked up in order.
        Expect(Outlets is not { } seen || (!seen.IsDefault && seen.SequenceEqual(seen.Order(StringComparer.Ordinal), StringComparer.Ordinal)), "its outlets are not in order");

        static void Expect(bool holds, string trouble)
        {
            if (!holds)
                throw new FormatException(trouble);
        }
    }
}
