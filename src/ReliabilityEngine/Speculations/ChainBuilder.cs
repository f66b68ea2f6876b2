using System.Collections.Immutable;

namespace ReliabilityEngine.Speculations;

/// <summary>Chains speculations along the inferences that join their sentences.</summary>
static class ChainBuilder
{
    /// <summary>An article reports its longest chains, so many at most.</summary>
    public const int Most = 100;

    /// <param name="links">Premise and conclusion of each inference, as indices of sentences.</param>
    public static ImmutableArray<Chain> Build(
        ImmutableArray<Speculation> speculations, IEnumerable<(int Premise, int Conclusion)> links, LikelihoodTable table)
    {
        var strongest = StrongestBySentence(speculations);
        if (strongest.Count < 2)
            return [];
        var graph = InferenceGraph.Over(links, strongest.ContainsKey);
        return
        [
            .. LongestPaths.In(graph, strongest.ContainsKey, Most)
                .Select(path => ChainOf([.. path.Select(sentence => strongest[sentence])], speculations, table)),
        ];
    }

    static Dictionary<int, int> StrongestBySentence(ImmutableArray<Speculation> speculations)
    {
        var strongest = new Dictionary<int, int>();
        for (var i = 0; i < speculations.Length; i++)
        {
            var sentence = speculations[i].Sentence;
            if (!strongest.TryGetValue(sentence, out var best) || speculations[i].Band.Strength() > speculations[best].Band.Strength())
                strongest[sentence] = i;
        }

        return strongest;
    }

    static Chain ChainOf(ImmutableArray<int> steps, ImmutableArray<Speculation> speculations, LikelihoodTable table)
    {
        Likelihood? product = null;
        var unquantified = 0;
        foreach (var step in steps)
        {
            if (table[speculations[step].Band] is { } likelihood)
                product = product * likelihood ?? likelihood;
            else
                unquantified++;
        }

        return new(steps, product, unquantified);
    }
}
