using System.Collections.Immutable;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>What an article guesses, and what it builds on its guesses.</summary>
public sealed record SpeculationFindings(
    ImmutableArray<Speculation> Speculations, ImmutableArray<InferenceLink> Links, ImmutableArray<Chain> Chains)
{
    public static SpeculationFindings None { get; } = new([], [], []);
}

/// <summary>Finds speculations, the inferences between them, and the chains that these make.</summary>
public static class SpeculationFinder
{
    public static SpeculationFindings Find(Document document, ImmutableArray<CueMatch> cues, ImmutableArray<Attribution> attributions) =>
        SpeculationFindings.None;
}
