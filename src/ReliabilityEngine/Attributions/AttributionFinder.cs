using System.Collections.Immutable;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Finds who says what: the passes in order, each on what the earlier ones left.</summary>
public static class AttributionFinder
{
    public static ImmutableArray<Attribution> Find(Document document, ImmutableArray<CueMatch> cues) => [];
}
