namespace ReliabilityEngine.Speculations;

/// <summary>What kind of word a marker is: each kind has readings in which it guesses nothing.</summary>
enum MarkerSense : byte
{
    /// <summary>Words without another reading, such as "probably".</summary>
    Plain,
    Modal,
    Must,
    Cannot,
    Would,
    Seeming,
    Likeness,
    Thinking,
    Supposing,
    Positing,
    Doubting,
    Conviction,
    Unsure,
    Evidence,
    Suspicion,
    Likely,
    Possible,
    Apparent,
    Pressed,
    Evident,
    SureTo,
    Surprise,

    /// <summary>A chance in numbers, which tell the band themselves.</summary>
    Odds,
}
