using System.Collections.Immutable;
using ReliabilityEngine.Analysis;

namespace ReliabilityEngine.Origins;

/// <summary>What tells an article's copies, its agency and its event.</summary>
/// <param name="Agencies">Those it credits.</param>
public sealed record ArticleOrigin(TextSketch Sketch, ImmutableArray<string> Agencies, ImmutableArray<EventMark> Marks)
{
    /// <summary>From so much shared text on, of the shorter, two outlets print the same.</summary>
    public const double Copy = 0.5;

    /// <summary>From so much on, of the longer, an outlet prints its own text again: its standing paragraphs alone are no copy.</summary>
    public const double SameAgain = 0.8;

    /// <summary>Reports that share more than quotations and set phrases are not independent of each other.</summary>
    public const double Independent = 0.15;

    const int FewestWords = 60;

    // A collection of short reports is not a copy of each of them.
    const double LeastPart = 0.1;

    public static ArticleOrigin Of(ArticleAnalysis analysis) => new(TextSketch.Of(analysis), Agency.CreditedBy(analysis), EventMarks.Of(analysis));

    public static bool AreCopies(TextSketch one, TextSketch other, bool sameOutlet)
    {
        var (shorter, longer) = (Math.Min(one.Words, other.Words), Math.Max(one.Words, other.Words));
        if (shorter < FewestWords || shorter < LeastPart * longer)
            return false;
        return sameOutlet ? one.SharedOfLonger(other) >= SameAgain : one.SharedOfShorter(other) >= Copy;
    }
}
