using ReliabilityEngine.Analysis;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Text;
using static ReliabilityEngine.Features.Feature;

namespace ReliabilityEngine.Features;

/// <summary>Unnamed sources, graded by the newsrooms' rules.</summary>
static class AnonymityFeatures
{
    const FeatureGroup Group = FeatureGroup.Anonymity;

    public static IEnumerable<Feature> All =>
    [
        PerThousandWords(Group, "unnamed_attributions_per_1k", "Attributions to people whom the reader cannot identify.",
            a => Unnamed(a)),
        Share(Group, "unnamed_sources_share", "Attributions with a source whose source is unnamed.",
            a => Unnamed(a), a => a.Attributions.Count(x => x.Source is not null)),
        Share(Group, "bare_unnamed_share", "Unnamed sources described as no more than \"a source\" or \"people\".",
            a => Unnamed(a, x => x.Specificity == Specificity.Bare), Count),
        Share(Group, "group_unnamed_share", "Unnamed sources described by a group, such as \"officials\".",
            a => Unnamed(a, x => x.Specificity == Specificity.Group), Count),
        Share(Group, "ranked_unnamed_share", "Unnamed sources described by rank, with or without their body.",
            a => Unnamed(a, x => x.Specificity >= Specificity.Rank), Count),
        Share(Group, "unnamed_with_basis_share", "Unnamed sources of whom the text says why they know.",
            a => Unnamed(a, x => x.Basis is not null), Count),
        Share(Group, "informative_reason_share", "Unnamed sources with a reason for anonymity that tells something.",
            a => Unnamed(a, x => x.Reason == ReasonGiven.Informative), Count),
        Share(Group, "rote_reason_share", "Unnamed sources with a rote reason, such as \"not authorized to speak\".",
            a => Unnamed(a, x => x.Reason == ReasonGiven.Rote), Count),
        PerThousandWords(Group, "unreasoned_unnamed_per_1k", "Unnamed sources without basis and without reason.",
            a => Unnamed(a, x => x is { Basis: null, Reason: ReasonGiven.Missing })),
        PerThousandWords(Group, "unnamed_speculations_per_1k", "Guesses in an unnamed voice.",
            a => a.Speculations.Where(x => x.Voice == Voice.Unnamed).Select(x => x.Marker)),
        PerThousandWords(Group, "unnamed_evaluations_per_1k", "Loaded or subjective words in an unnamed voice.",
            a => a.Cues.Where(cue => cue.Lexicon is "loaded" or "subjective" && a.Voices.At(cue.Span) == Voice.Unnamed)
                .Select(cue => cue.Span)),
        PerThousandWords(Group, "collective_claims_per_1k", "Views ascribed to critics, experts, many or some.",
            a => SourcingFeatures.OfKind(a, SourceKind.Collective)),
        Presence(Group, "lead_unnamed", "The first three sentences rest on an unnamed source and on no named one.", LeadUnnamed),
        PerThousandWords(Group, "hearsay_per_1k", "\"Reportedly\", \"allegedly\" and the like in the author's voice.",
            a => a.AuthorCues("hearsay")),
    ];

    static IEnumerable<TextSpan> Unnamed(ArticleAnalysis a, Func<Anonymity, bool>? grade = null) =>
        a.Attributions.Where(x => x is { Source: not null, Anonymity: { } anonymity } && (grade is null || grade(anonymity)))
            .Select(SourcingFeatures.Place);

    static int Count(ArticleAnalysis a) => a.Attributions.Count(x => x is { Source: not null, Anonymity: not null });

    static IEnumerable<TextSpan> LeadUnnamed(ArticleAnalysis a)
    {
        var lead = a.Attributions.Where(x => x.Source is not null && a.Body.IsInLead(SourcingFeatures.Place(x))).ToList();
        return lead.Exists(SourcingFeatures.IsNamed) ? [] : lead.Where(x => x.Anonymity is not null).Select(SourcingFeatures.Place);
    }
}
