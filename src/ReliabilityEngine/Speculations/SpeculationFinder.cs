using System.Collections.Immutable;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>What an article guesses, and what it builds on its guesses.</summary>
public sealed record SpeculationFindings(
    ImmutableArray<Speculation> Speculations, ImmutableArray<InferenceLink> Links, ImmutableArray<Chain> Chains)
{
    public static SpeculationFindings None { get; } = new([], [], []);
}

/// <summary>Finds speculations, the inferences between them, and the chains that these make.</summary>
public static class SpeculationFinder
{
    public static SpeculationFindings Find(Document document, ImmutableArray<CueMatch> cues, ImmutableArray<Attribution> attributions) =>
        Find(document, cues, attributions, LikelihoodTable.Default);

    public static SpeculationFindings Find(
        Document document, ImmutableArray<CueMatch> cues, ImmutableArray<Attribution> attributions, LikelihoodTable table)
    {
        var voices = new ClaimVoice(document, cues, attributions);
        var claims = Claims.Of(document, MarkerFinder.Find(document, cues));
        ImmutableArray<Speculation> speculations = [.. claims.Select(claim => SpeculationOf(document, claim, voices))];
        var links = InferenceLinks.Find(document, cues, claims);
        var chains = ChainBuilder.Build(
            speculations, links.Select(link => (document.SentenceAt(link.Premise), document.SentenceAt(link.Conclusion))), table);
        return new(speculations, links, chains);
    }

    static Speculation SpeculationOf(Document document, Claim claim, ClaimVoice voices)
    {
        var marker = document.SpanOf(claim.Marker.Tokens);
        return new(document.SpanOf(claim.Tokens), marker, claim.Marker.Band, voices.Of(claim), claim.Sentence);
    }
}
