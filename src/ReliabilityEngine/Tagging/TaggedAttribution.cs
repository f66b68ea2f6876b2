using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>An attribution as the learned taggers see it, in tokens.</summary>
/// <param name="Source">Null where the text names none.</param>
/// <param name="Probability">That it is an attribution with these parts.</param>
public sealed record TaggedAttribution(TokenRange? Source, TokenRange Cue, ImmutableArray<TokenRange> Content, float Probability);
