using System.Collections.Immutable;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Extractions;

/// <summary>An attribution that was found.</summary>
public sealed record FoundSpans(
    ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content, SourceKind Kind);

/// <summary>What was found in an article, by this engine or by another.</summary>
public sealed record Findings(
    ImmutableArray<FoundSpans> Attributions, ImmutableArray<Guess> Speculations, ImmutableArray<(TextSpan Premise, TextSpan Conclusion)> Links)
{
    public static Findings Of(ArticleAnalysis analysis) => new(
        [.. analysis.Attributions.Select(found => new FoundSpans(Spans(found.Source), Spans(found.Cue), found.Content, found.Kind))],
        [.. analysis.Speculations.Select(found => new Guess(found.Marker, found.Band, found.Voice))],
        [.. analysis.Links.Select(link => (link.Premise, link.Conclusion))]);

    static ImmutableArray<TextSpan> Spans(TextSpan? span) => span is { } value ? [value] : [];
}
