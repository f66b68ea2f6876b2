using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>What a source was read as.</summary>
/// <param name="Refers">What it stands for, where it is a pronoun or a stand-in.</param>
readonly record struct SourceReading(TokenRange Source, SourceKind Kind, bool Anaphor, TokenRange? Refers, bool Plural);
