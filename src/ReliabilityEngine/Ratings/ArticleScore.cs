using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Ratings;

/// <summary>A target's score, 0..100, with its interval; all null where the text cannot be judged.</summary>
/// <param name="Base">The score before any contribution.</param>
public sealed record TargetScore(double? Score, Interval? Interval, double? Base)
{
    public static TargetScore NotJudged { get; } = new(null, null, null);
}

/// <summary>A closed interval; a score's is one of 90 %, on its own scale.</summary>
public readonly record struct Interval(double Low, double High)
{
    public override string ToString() => FormattableString.Invariant($"{Low:0.#}–{High:0.#}");
}

/// <summary>A feature's points in one score, with the words that earned them.</summary>
/// <param name="Target">Such as <c>reliability</c>.</param>
/// <param name="Feature">A declared feature's name, or <c>words</c>, <c>other words</c>, <c>together</c>, <c>limit</c>.</param>
/// <param name="Words">The n-gram, where the feature is <c>words</c>.</param>
public sealed record Contribution(
    string Target, string Feature, double Value, double Points, ImmutableArray<TextSpan> Evidence, string? Words = null);

/// <summary>What an article comes to: a sum of reasons that point at words, with the versions that made it.</summary>
public sealed record ArticleScore
{
    public required TargetScore Reliability { get; init; }

    public required TargetScore Bias { get; init; }

    /// <summary>Admiralty number, 2 to 4 from one text alone, 6 where it cannot be judged.</summary>
    public required int InformationCredibility { get; init; }

    /// <summary>Per target, the largest first.</summary>
    public required ImmutableArray<Contribution> Contributions { get; init; }

    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>Versions of the models that scored it, by target.</summary>
    public required ImmutableSortedDictionary<string, string> Models { get; init; }

    public required string Extractor { get; init; }

    /// <summary>Name of the table that the likelihoods of its chains were read from.</summary>
    public required string LikelihoodTable { get; init; }
}
