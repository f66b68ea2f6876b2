using System.Collections.Immutable;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Analysis;

/// <summary>What was found in an article: the input of every feature.</summary>
public sealed record ArticleAnalysis
{
    public required Article Article { get; init; }

    public required Document Document { get; init; }

    /// <summary>Every lexicon's matches in the text, furniture left out, by position.</summary>
    public required ImmutableArray<CueMatch> Cues { get; init; }

    public required ImmutableArray<Furniture> Furniture { get; init; }

    public required ImmutableArray<Attribution> Attributions { get; init; }

    public required ImmutableArray<VoicedCue> Hedges { get; init; }

    public required ImmutableArray<VoicedCue> Boosters { get; init; }

    public required ImmutableArray<Speculation> Speculations { get; init; }

    public required ImmutableArray<InferenceLink> Links { get; init; }

    public required ImmutableArray<Chain> Chains { get; init; }

    /// <summary>Indices of the sentences that are the article's own prose: neither title nor other furniture.</summary>
    public required ImmutableArray<int> Body { get; init; }

    /// <summary>The title's own document, whether or not it stands in the text; empty without a title.</summary>
    public required Document Title { get; init; }

    /// <summary>The matches in <see cref="Title"/>; their spans count within it.</summary>
    public required ImmutableArray<CueMatch> TitleCues { get; init; }

    public ImmutableArray<TextSpan> ScareQuotes =>
        [.. Document.Quotations.Where(quotation => quotation.Kind == QuotationKind.Scare).Select(quotation => quotation.Span)];
}
