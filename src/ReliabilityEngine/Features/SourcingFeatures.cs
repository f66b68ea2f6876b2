using ReliabilityEngine.Analysis;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Text;
using static ReliabilityEngine.Features.Feature;

namespace ReliabilityEngine.Features;

/// <summary>Who is quoted, and how much of the article rests on somebody's word.</summary>
static class SourcingFeatures
{
    const FeatureGroup Group = FeatureGroup.Sourcing;

    public static IEnumerable<Feature> All =>
    [
        PerThousandWords(Group, "attributions_per_1k", "Statements ascribed to somebody.", a => a.Attributions.Select(Place)),
        Share(Group, "named_attributions_share", "Attributions to a named person, organisation or document.",
            a => a.Attributions.Where(IsNamed).Select(Place), a => a.Attributions.Length),
        Share(Group, "person_attributions_share", "Attributions to an identifiable person.",
            a => OfKind(a, SourceKind.Person), a => a.Attributions.Length),
        Share(Group, "organisation_attributions_share", "Attributions to a named body.",
            a => OfKind(a, SourceKind.Organisation), a => a.Attributions.Length),
        Share(Group, "document_attributions_share", "Attributions to a report, poll, law or other text.",
            a => OfKind(a, SourceKind.Document), a => a.Attributions.Length),
        Share(Group, "collective_attributions_share", "Attributions to a group with nobody in particular speaking.",
            a => OfKind(a, SourceKind.Collective), a => a.Attributions.Length),
        Share(Group, "sourceless_attributions_share", "Attributions that name nobody at all.",
            a => a.Attributions.Where(x => x.Source is null).Select(Place), a => a.Attributions.Length),
        PerThousandWords(Group, "documents_cited_per_1k", "Attributions to documents.", a => OfKind(a, SourceKind.Document)),
        PerThousandWords(Group, "distinct_named_sources_per_1k", "Different named sources, each counted once.", DistinctNamed),
        Share(Group, "dominant_source_share", "Attributions to the source that is cited most.",
            Dominant, a => a.Attributions.Count(x => x.Source is not null)),
        Measure(Group, "source_diversity", "Evenness of the attributions over the sources: entropy over its maximum (Shannon 1948).",
            ShareOfWhole, Diversity),
        ShareOfWords(Group, "attributed_words_share", "Words of the body inside somebody's content.",
            a => a.Attributions.SelectMany(x => x.Content)),
        ShareOfWords(Group, "quoted_words_share", "Words of the body inside speech in quotation marks.", Speech),
        Share(Group, "direct_attributions_share", "Attributions whose content stands in quotation marks.",
            a => a.Attributions.Where(x => x.Quotation == QuotationForm.Direct).Select(Place), a => a.Attributions.Length),
        Share(Group, "mixed_attributions_share", "Attributions partly in quotation marks.",
            a => a.Attributions.Where(x => x.Quotation == QuotationForm.Mixed).Select(Place), a => a.Attributions.Length),
        Share(Group, "attributed_sentences_share", "Sentences of the body that hold an attribution's content.",
            a => a.Body.Sentences.Where((_, i) => a.AttributedSentences[i]).Select(s => s.Span),
            a => a.Body.Sentences.Length),
        Presence(Group, "lead_named_attribution", "A named source stands in the first three sentences.",
            a => a.Attributions.Where(x => IsNamed(x) && a.Body.IsInLead(Place(x))).Select(Place)),
        Measure(Group, "longest_unattributed_run", "Longest run of sentences without an attribution, over the sentences of the body.",
            ShareOfWhole, LongestUnattributedRun),
        Share(Group, "anaphoric_sources_share", "Sources given by a pronoun or a bare stand-in.",
            a => a.Attributions.Where(x => x.Anaphor).Select(Place), a => a.Attributions.Count(x => x.Source is not null)),
        PerThousandWords(Group, "neutral_report_verbs_per_1k", "Verbs that report without judging, such as \"said\".",
            a => ReportVerbs(a, "neutral")),
        PerThousandWords(Group, "doubting_report_verbs_per_1k", "Verbs by which the author doubts what is said, such as \"claimed\".",
            a => ReportVerbs(a, "doubtful")),
        PerThousandWords(Group, "critical_report_verbs_per_1k", "Verbs of attack, such as \"slammed\".",
            a => ReportVerbs(a, "critical")),
        PerThousandWords(Group, "right_of_reply_per_1k", "Signs that those concerned were asked, such as \"declined to comment\".",
            a => a.CuesOf("right-of-reply").Select(cue => cue.Span)),
    ];

    internal static bool IsNamed(Attribution attribution) =>
        attribution is { Source: not null, Kind: SourceKind.Person or SourceKind.Organisation or SourceKind.Document };

    /// <summary>Where an attribution shows: its source, else its cue, else its content.</summary>
    internal static TextSpan Place(Attribution attribution) =>
        attribution.Source ?? attribution.Cue ?? attribution.Content[0];

    internal static IEnumerable<TextSpan> OfKind(ArticleAnalysis a, SourceKind kind) =>
        a.Attributions.Where(x => x.Source is not null && x.Kind == kind).Select(Place);

    static IEnumerable<TextSpan> DistinctNamed(ArticleAnalysis a) =>
        a.Attributions.Where(IsNamed).GroupBy(x => Sources.KeyOf(a.Document, x)).Select(group => Place(group.First()));

    static IEnumerable<TextSpan> Dominant(ArticleAnalysis a) =>
        a.Attributions.Where(x => x.Source is not null).GroupBy(x => Sources.KeyOf(a.Document, x))
            .MaxBy(group => group.Count())?.Select(Place) ?? [];

    static double Diversity(ArticleAnalysis a)
    {
        var counts = a.Attributions.Where(x => x.Source is not null).CountBy(x => Sources.KeyOf(a.Document, x)).Select(pair => (double)pair.Value).ToList();
        if (counts.Count < 2)
            return 0;
        var total = counts.Sum();
        return -counts.Sum(n => n / total * Math.Log(n / total)) / Math.Log(total);
    }

    static double LongestUnattributedRun(ArticleAnalysis a)
    {
        var (longest, run) = (0, 0);
        foreach (var isAttributed in a.AttributedSentences)
        {
            run = isAttributed ? 0 : run + 1;
            longest = Math.Max(longest, run);
        }

        return Ratio(longest, a.Body.Sentences.Length);
    }

    static IEnumerable<TextSpan> Speech(ArticleAnalysis a) =>
        a.Document.Quotations.Where(quotation => quotation is { Depth: 0, Kind: QuotationKind.Speech }).Select(quotation => quotation.Span);

    static IEnumerable<TextSpan> ReportVerbs(ArticleAnalysis a, string stance) =>
        a.CuesOf("report-verbs").Where(cue => cue.Value == stance).Select(cue => cue.Span);
}
