using System.Collections.Immutable;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Learning.Tagging;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Extractions;

/// <summary>A source as a person marked it.</summary>
public readonly record struct GoldSource(TextSpan Span, SourceKind Kind);

/// <summary>A guess: the words that make it one, what they say, and whose it is.</summary>
public readonly record struct Guess(TextSpan Marker, LikelihoodBand Band, Voice Voice);

/// <summary>Guesses and inferences as a person marked them.</summary>
/// <param name="Sentences">The sentences that the person numbered.</param>
/// <param name="Links">Indices of premise and conclusion.</param>
public sealed record GoldChains(
    ImmutableArray<TextSpan> Sentences, ImmutableArray<Guess> Speculations, ImmutableHashSet<(int Premise, int Conclusion)> Links);

/// <summary>An article with what a person marked in it; what nobody looked for is null.</summary>
/// <param name="Group">Who published it, where the gold says so.</param>
public sealed record GoldArticle(Article Article, string? Group)
{
    public ImmutableArray<GoldAttribution>? Attributions { get; init; }

    public ImmutableArray<GoldSource>? Sources { get; init; }

    public GoldChains? Chains { get; init; }
}
