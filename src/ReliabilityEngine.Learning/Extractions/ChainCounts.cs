using ReliabilityEngine.Speculations;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Extractions;

/// <summary>What one article guesses and builds on its guesses.</summary>
/// <param name="Speculations">Sentences that hold a marker.</param>
/// <param name="Markers">Matched one to one by overlap, in order.</param>
/// <param name="Bands">Matched markers of the same band; the two lowest count as one, as they did for the annotators.</param>
/// <param name="Voices">Matched markers of the same voice.</param>
/// <param name="Links">Pairs of sentences.</param>
/// <param name="Chain">Whether the article holds a chain.</param>
/// <param name="Depths">Speculative sentences on the longest chain.</param>
public readonly record struct ChainCounts(
    Tally Speculations, Tally Markers, int Bands, int Voices, Tally Links, Tally Chain, (int Gold, int Found) Depths)
{
    public static IReadOnlyList<Measure<ChainCounts>> Measures { get; } =
    [
        .. Measure.Of<ChainCounts>("speculation", counts => counts.Speculations),
        .. Measure.Of<ChainCounts>("marker", counts => counts.Markers),
        .. Measure.Of<ChainCounts>("link", counts => counts.Links),
        .. Measure.Of<ChainCounts>("chain", counts => counts.Chain),
        Measure.Share<ChainCounts>("band_accuracy", counts => (counts.Bands, counts.Markers.Right)),
        Measure.Share<ChainCounts>("voice_accuracy", counts => (counts.Voices, counts.Markers.Right)),
        Measure.Difference<ChainCounts>("chain_depth_mae", counts => counts.Depths, sum => sum.Articles),
    ];

    public static ChainCounts Of(GoldChains gold, IReadOnlyList<Guess> speculations, IReadOnlyList<(TextSpan Premise, TextSpan Conclusion)> links)
    {
        var (goldSentences, foundSentences) = (SentencesOf(gold.Speculations), SentencesOf(speculations));
        var foundLinks = links.Select(link => (Premise: SentenceOf(gold.Sentences, link.Premise), Conclusion: SentenceOf(gold.Sentences, link.Conclusion)))
            .Where(link => link is { Premise: not null, Conclusion: not null }).Select(link => (link.Premise!.Value, link.Conclusion!.Value)).ToHashSet();
        var pairs = Match(gold.Speculations, speculations);
        var depths = (Gold: ChainDepth.Of(gold.Links, goldSentences), Found: ChainDepth.Of(foundLinks, foundSentences));
        return new(
            new(goldSentences.Count(foundSentences.Contains), goldSentences.Count, foundSentences.Count),
            new(pairs.Count, gold.Speculations.Length, speculations.Count),
            pairs.Count(pair => Folded(pair.Gold.Band) == Folded(pair.Found.Band)),
            pairs.Count(pair => pair.Gold.Voice == pair.Found.Voice),
            new(gold.Links.Count(foundLinks.Contains), gold.Links.Count, foundLinks.Count),
            new(depths is { Gold: >= 2, Found: >= 2 } ? 1 : 0, depths.Gold >= 2 ? 1 : 0, depths.Found >= 2 ? 1 : 0),
            depths);

        HashSet<int> SentencesOf(IEnumerable<Guess> guesses) => [.. guesses.Select(guess => SentenceOf(gold.Sentences, guess.Marker)).OfType<int>()];
    }

    /// <summary>The sentence that shares most with a span, the first of several; null where none shares anything.</summary>
    static int? SentenceOf(IReadOnlyList<TextSpan> sentences, TextSpan span)
    {
        var (best, most) = ((int?)null, 0);
        for (var i = 0; i < sentences.Count; i++)
        {
            var shared = Math.Min(sentences[i].End, span.End) - Math.Max(sentences[i].Start, span.Start);
            if (shared > most)
                (best, most) = (i, shared);
        }

        return best;
    }

    static List<(Guess Gold, Guess Found)> Match(IReadOnlyList<Guess> gold, IReadOnlyList<Guess> found)
    {
        var pairs = new List<(Guess, Guess)>();
        var used = new bool[found.Count];
        foreach (var guess in gold)
        {
            var at = Enumerable.Range(0, found.Count).FirstOrDefault(i => !used[i] && guess.Marker.Overlaps(found[i].Marker), -1);
            if (at < 0)
                continue;
            used[at] = true;
            pairs.Add((guess, found[at]));
        }

        return pairs;
    }

    static LikelihoodBand Folded(LikelihoodBand band) => band == LikelihoodBand.VeryUnlikely ? LikelihoodBand.Remote : band;
}
