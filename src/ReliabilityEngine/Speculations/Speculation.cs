using ReliabilityEngine.Attributions;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>A claim put forward as not established.</summary>
/// <param name="Span">The claim: its sentence or clause.</param>
/// <param name="Marker">The words that say that it is not established.</param>
/// <param name="Sentence">Index of the sentence that holds it.</param>
public sealed record Speculation(TextSpan Span, TextSpan Marker, LikelihoodBand Band, Voice Voice, int Sentence);
