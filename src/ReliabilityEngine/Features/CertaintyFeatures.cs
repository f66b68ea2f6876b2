using ReliabilityEngine.Analysis;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Text;
using static ReliabilityEngine.Features.Feature;

namespace ReliabilityEngine.Features;

/// <summary>Hedges, boosters and what verbs commit the author to, each credited to the voice that spoke it.</summary>
/// <remarks>
/// Acknowledging uncertainty is not unreliability (Zhang et al. 2018), so attributed and calibrated hedges are counted
/// apart from the author's own.
/// </remarks>
static class CertaintyFeatures
{
    const FeatureGroup Group = FeatureGroup.Certainty;

    public static IEnumerable<Feature> All =>
    [
        PerThousandWords(Group, "hedges_per_1k", "Hedges in any voice (Hyland 1998).", a => a.Hedges.Select(x => x.Cue.Span)),
        PerThousandWords(Group, "author_hedges_per_1k", "Hedges in the author's voice.", a => In(a.Hedges, Voice.Author)),
        PerThousandWords(Group, "named_hedges_per_1k", "Hedges in the voice of a named source.", a => In(a.Hedges, Voice.Named)),
        PerThousandWords(Group, "unnamed_hedges_per_1k", "Hedges in an unnamed voice.", a => In(a.Hedges, Voice.Unnamed)),
        Share(Group, "attributed_hedges_share", "Hedges that a named source spoke.",
            a => In(a.Hedges, Voice.Named), a => a.Hedges.Length),
        PerThousandWords(Group, "stacked_hedges_per_1k", "Author's hedges that share a sentence with another of the author's.", StackedHedges),
        PerThousandWords(Group, "author_boosters_per_1k", "Boosters in the author's voice (Hyland 1998).",
            a => In(a.Boosters, Voice.Author)),
        PerThousandWords(Group, "quoted_boosters_per_1k", "Boosters in somebody else's voice.",
            a => a.Boosters.Where(x => x.Voice != Voice.Author).Select(x => x.Cue.Span)),
        Measure(Group, "author_hedging_balance", "Author's hedges over the author's hedges and boosters; 0.5 without either.",
            ShareOfWhole, HedgingBalance),
        PerThousandWords(Group, "factives_per_1k", "Verbs that presuppose their complement, in the author's voice (Kiparsky 1970).",
            a => a.AuthorCues("factives")),
        PerThousandWords(Group, "assertives_per_1k", "Verbs whose complement is a claim, in the author's voice (Hooper 1975).",
            a => a.AuthorCues("assertives")),
        PerThousandWords(Group, "implicatives_per_1k", "Verbs that imply their complement or its negation, in the author's voice (Karttunen 1971).",
            a => a.AuthorCues("implicatives")),
        Share(Group, "calibrated_likelihood_share", "Likelihood words that stand for a range of numbers, not for \"may\" or \"could\".",
            a => a.Speculations.Where(x => x.Band != LikelihoodBand.Open).Select(x => x.Marker), a => a.Speculations.Length),
    ];

    static IEnumerable<TextSpan> In(IEnumerable<VoicedCue> cues, Voice voice) =>
        cues.Where(x => x.Voice == voice).Select(x => x.Cue.Span);

    static IEnumerable<TextSpan> StackedHedges(ArticleAnalysis a) =>
        In(a.Hedges, Voice.Author).GroupBy(a.Document.SentenceAt).Where(group => group.Skip(1).Any()).SelectMany(group => group);

    static double HedgingBalance(ArticleAnalysis a)
    {
        double hedges = In(a.Hedges, Voice.Author).Count(), boosters = In(a.Boosters, Voice.Author).Count();
        return hedges + boosters > 0 ? hedges / (hedges + boosters) : 0.5;
    }
}
