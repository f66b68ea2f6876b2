using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>An inference that the text itself marks, from ground to conclusion.</summary>
/// <param name="Premise">One sentence, or one clause of it.</param>
/// <param name="Conclusion">One sentence, or one clause of it.</param>
/// <param name="Cue">The words that say so.</param>
public sealed record InferenceLink(TextSpan Premise, TextSpan Conclusion, TextSpan? Cue);
