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

public static class FeatureGroups
{
    extension(FeatureGroup group)
    {
        /// <summary>
        /// Whether the group's features depend on who speaks, which the trained taggers find. The others are counts over
        /// words, marks and paragraphs, and the same whatever the taggers say.
        /// </summary>
        public bool NeedsTaggers => group is not (FeatureGroup.Form or FeatureGroup.Title or FeatureGroup.Readability);
    }
}
