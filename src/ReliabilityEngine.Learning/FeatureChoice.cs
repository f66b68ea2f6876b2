using ReliabilityEngine.Features;

namespace ReliabilityEngine.Learning;

/// <summary>The declared features that a model may look at.</summary>
public enum FeatureChoice : byte
{
    All,

    /// <summary>Those that are the same with the taggers and without them.</summary>
    Untagged,
}

static class FeatureChoices
{
    public static bool Holds(this FeatureChoice choice, Feature feature) => choice == FeatureChoice.All || !feature.Group.NeedsTaggers;
}
