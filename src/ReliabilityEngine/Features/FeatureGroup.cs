namespace ReliabilityEngine.Features;

public enum FeatureGroup : byte
{
    Sourcing,
    Anonymity,
    Certainty,
    Speculation,
    Language,
    Form,
    Title,
    Readability,
}
