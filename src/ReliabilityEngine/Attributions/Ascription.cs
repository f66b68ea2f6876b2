using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Source, cue and content as tokens, before anything is known of the source.</summary>
sealed record Ascription(TokenRange? Source, TokenRange? Cue, ImmutableArray<TokenRange> Content)
{
    public int First => Math.Min(Content[0].First, Math.Min(Source?.First ?? int.MaxValue, Cue?.First ?? int.MaxValue));
}
