using ReliabilityEngine.Attributions;
using ReliabilityEngine.Lexicons;

namespace ReliabilityEngine.Analysis;

/// <summary>A hedge or booster, credited to the voice that spoke it.</summary>
public readonly record struct VoicedCue(CueMatch Cue, Voice Voice);
