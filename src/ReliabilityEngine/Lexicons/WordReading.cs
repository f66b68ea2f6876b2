namespace ReliabilityEngine.Lexicons;

/// <summary>What a tagger took a token for, as coarsely as telling senses needs it.</summary>
public enum WordReading : byte
{
    /// <summary>No tagger has read it.</summary>
    Unknown,
    Noun,
    Name,
    Verb,
    Modal,
    Adjective,
    Other,
}
