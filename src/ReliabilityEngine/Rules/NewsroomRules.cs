using System.Collections.Immutable;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Rules;

/// <summary>The rules, in the order of every list of them.</summary>
public static class NewsroomRules
{
    public static ImmutableArray<NewsroomRule> All { get; } =
    [
        new("named-sources", "Named sources outnumber unnamed ones.", "SPJ: identify sources clearly",
            a => Unnamed(a).Select(Source),
            a => Unnamed(a).Count() > a.Attributions.Count(IsNamed) ? Unnamed(a).Select(Source) : []),
        new("named-lead", "The lead does not rest on unnamed sources alone.", "AP, NYT: anonymous sources",
            a => Lead(a).Select(Source),
            a => Lead(a).Any(IsNamed) ? [] : Lead(a).Where(x => x.Anonymity is not null).Select(Source)),
        new("unnamed-bare", "An unnamed source is never simply \"a source\" or \"people\".", "Reuters, NPR: as specific as possible",
            a => Unnamed(a).Select(Source),
            a => Unnamed(a, x => x.Specificity == Specificity.Bare).Select(Source)),
        new("unnamed-basis", "The text says why an unnamed source knows.", "AP: how the source knows",
            a => Unnamed(a).Select(Source),
            a => Unnamed(a).All(x => x.Anonymity!.Basis is null) ? Unnamed(a).Select(Source) : []),
        new("unnamed-reason", "The text says why a source is not named.", "AP, NPR: reason for anonymity",
            a => Unnamed(a).Select(Source),
            a => Unnamed(a).All(x => x.Anonymity!.Reason == ReasonGiven.Missing) ? Unnamed(a).Select(Source) : []),
        new("rote-reason", "The reason for anonymity tells something.", "NYT: no rote formulas",
            a => Unnamed(a, x => x.Reason != ReasonGiven.Missing).Select(Reason),
            a => Unnamed(a, x => x.Reason == ReasonGiven.Rote).Select(Reason)),
        new("unnamed-facts-only", "Unnamed sources give facts, not opinion, attack or guess.", "AP: information, not opinion",
            a => Unnamed(a).Select(Source),
            a => UnnamedOpinions(a)),
        new("single-unnamed", "More than one source stands behind what an unnamed source says.", "Reuters: two sources",
            a => Unnamed(a).Select(Source),
            a => a.Attributions.Any(IsNamed) || DistinctUnnamed(a) > 1 ? [] : Unnamed(a).Select(Source)),
        new("hearsay-alone", "\"Reportedly\" and the like never stand without a source.", "Reuters, AP: attribution",
            a => a.AuthorCues("hearsay"),
            HearsayAlone),
        new("early-attribution", "A claim and its source stand close together.", "Reuters: attribution in the sentence of the claim",
            a => a.Attributions.Where(x => x is { Source: not null, Anaphor: false }).Select(Source),
            a => a.Attributions.Where(x => SentencesBeforeSource(a, x) > 1).Select(x => x.Content[0])),
        new("likelihood-and-confidence", "A sentence does not mix a likelihood with a level of confidence.", "ICD-203, 6e(2)(a)",
            a => a.CuesOf("confidence-levels").Select(cue => cue.Span),
            ConfidenceBesideLikelihood),
    ];

    public static ImmutableArray<RuleFinding> Check(ArticleAnalysis analysis) =>
        [.. All.Select(rule => rule.Check(analysis)).OfType<RuleFinding>()];

    static bool IsNamed(Attribution attribution) =>
        attribution is { Source: not null, Kind: SourceKind.Person or SourceKind.Organisation or SourceKind.Document };

    static TextSpan Source(Attribution attribution) => attribution.Source!.Value;

    static TextSpan Reason(Attribution attribution) => attribution.Anonymity!.ReasonSpan ?? attribution.Source!.Value;

    static IEnumerable<Attribution> Unnamed(ArticleAnalysis a, Func<Anonymity, bool>? grade = null) =>
        a.Attributions.Where(x => x is { Source: not null, Anonymity: { } anonymity } && (grade is null || grade(anonymity)));

    static IEnumerable<Attribution> Lead(ArticleAnalysis a) =>
        a.Attributions.Where(x => x.Source is { } source && a.Body.IsInLead(source));

    static int DistinctUnnamed(ArticleAnalysis a) =>
        Unnamed(a).Select(x => (x.Refers ?? x.Source!.Value).In(a.Document.Text).ToString().ToUpperInvariant()).Distinct().Count();

    static IEnumerable<TextSpan> UnnamedOpinions(ArticleAnalysis a) =>
        a.Speculations.Where(x => x.Voice == Voice.Unnamed).Select(x => x.Marker)
            .Concat(a.Cues.Where(cue => cue.Lexicon is "loaded" or "subjective").Select(cue => cue.Span))
            .Where(span => a.Voices.AttributionAt(span) is { Source: not null, Kind: SourceKind.Unnamed });

    static IEnumerable<TextSpan> HearsayAlone(ArticleAnalysis a)
    {
        var sources = new SpanSet(a.Attributions.Where(x => x.Source is not null).Select(Source));
        return a.AuthorCues("hearsay").Where(cue => !sources.ReachesInto(a.Document.Sentences[a.Document.SentenceAt(cue)].Span));
    }

    static int SentencesBeforeSource(ArticleAnalysis a, Attribution attribution) =>
        attribution is { Source: { } source, Anaphor: false }
            ? a.Document.SentenceAt(source) - a.Document.SentenceAt(attribution.Content[0])
            : 0;

    static IEnumerable<TextSpan> ConfidenceBesideLikelihood(ArticleAnalysis a)
    {
        var likelihoods = a.Speculations.Where(x => x.Band != LikelihoodBand.Open).Select(x => x.Sentence).ToHashSet();
        return a.CuesOf("confidence-levels").Select(cue => cue.Span).Where(span => likelihoods.Contains(a.Document.SentenceAt(span)));
    }
}
