using ReliabilityEngine.Analysis;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Text;
using static ReliabilityEngine.Features.Feature;

namespace ReliabilityEngine.Features;

/// <summary>Guesses, the inferences that are built on them, and the chains that these make.</summary>
static class SpeculationFeatures
{
    const FeatureGroup Group = FeatureGroup.Speculation;

    public static IEnumerable<Feature> All =>
    [
        PerThousandWords(Group, "speculations_per_1k", "Claims put forward as not established, in any voice.",
            a => a.Speculations.Select(x => x.Marker)),
        PerThousandWords(Group, "author_speculations_per_1k", "Guesses in the author's voice.",
            a => Markers(a, x => x.Voice == Voice.Author)),
        PerThousandWords(Group, "unsupported_speculations_per_1k", "Guesses in the author's voice for which no ground is given.",
            Unsupported),
        Share(Group, "named_speculations_share", "Guesses that a named source makes.",
            a => Markers(a, x => x.Voice == Voice.Named), a => a.Speculations.Length),
        Share(Group, "open_speculations_share", "Author's guesses that put no likelihood in, such as \"may\" and \"could\".",
            a => Markers(a, x => x is { Voice: Voice.Author, Band: LikelihoodBand.Open }),
            a => a.Speculations.Count(x => x.Voice == Voice.Author)),
        PerThousandWords(Group, "pressed_inferences_per_1k", "Author's guesses put as near certain, such as \"must have\" and \"no doubt\".",
            a => Markers(a, x => x is { Voice: Voice.Author, Band: LikelihoodBand.Certain or LikelihoodBand.VeryLikely })),
        PerThousandWords(Group, "inference_links_per_1k", "Inferences that the text itself marks.",
            a => a.Links.Select(x => x.Cue ?? x.Conclusion)),
        PerThousandWords(Group, "chained_speculations_per_1k", "Guesses that are a step of a chain.", Chained),
        new("longest_chain", Group, "Guesses on the longest chain.", "count",
            a => a.Chains.Select(x => x.Steps.Length).DefaultIfEmpty(0).Max(), LongestChain),
        Measure(Group, "weakest_chain_doubt", "Doubt that is left of the least likely chain of guesses; 0 without a chain.",
            ShareOfWhole, WeakestChainDoubt),
        Share(Group, "speculative_sentences_share", "Sentences of the body that hold a guess in the author's voice.",
            a => a.Speculations.Where(x => x.Voice == Voice.Author).DistinctBy(x => x.Sentence).Select(x => x.Marker),
            a => a.Body.Sentences.Length),
        Presence(Group, "lead_speculation", "The first three sentences hold a guess in the author's voice.",
            a => Markers(a, x => x.Voice == Voice.Author).Where(a.Body.IsInLead)),
    ];

    static IEnumerable<TextSpan> Markers(ArticleAnalysis a, Func<Speculations.Speculation, bool> of) =>
        a.Speculations.Where(of).Select(x => x.Marker);

    static IEnumerable<TextSpan> Unsupported(ArticleAnalysis a)
    {
        var conclusions = new SpanSet(a.Links.Select(link => link.Conclusion));
        return Markers(a, x => x.Voice == Voice.Author && !conclusions.Covers(x.Marker));
    }

    static IEnumerable<TextSpan> Chained(ArticleAnalysis a) =>
        a.Chains.SelectMany(chain => chain.Steps).Distinct().Order().Select(step => a.Speculations[step].Marker);

    static IEnumerable<TextSpan> LongestChain(ArticleAnalysis a) =>
        a.Chains.MaxBy(chain => chain.Steps.Length)?.Steps.Select(step => a.Speculations[step].Marker) ?? [];

    static double WeakestChainDoubt(ArticleAnalysis a) =>
        a.Chains.Where(chain => chain.Likelihood is not null)
            .Select(chain => 1 - (chain.Likelihood!.Value.Low + chain.Likelihood.Value.High) / 2)
            .DefaultIfEmpty(0).Max();
}
