using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Source, cue and content as tokens, before anything is known of the source.</summary>
/// <param name="Certainty">The taggers' probability; what a rule finds is certain.</param>
sealed record Ascription(TokenRange? Source, TokenRange? Cue, ImmutableArray<TokenRange> Content, float Certainty = 1)
{
    public int First => Math.Min(Content[0].First, Math.Min(Source?.First ?? int.MaxValue, Cue?.First ?? int.MaxValue));
}
