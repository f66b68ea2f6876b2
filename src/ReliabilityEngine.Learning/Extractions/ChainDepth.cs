namespace ReliabilityEngine.Learning.Extractions;

/// <summary>The most speculative sentences on one path of links; a sentence counts once.</summary>
static class ChainDepth
{
    public static int Of(IEnumerable<(int Premise, int Conclusion)> links, HashSet<int> speculative)
    {
        var next = links.Where(link => link.Premise != link.Conclusion).Order().ToLookup(link => link.Premise, link => link.Conclusion);
        var depths = new Dictionary<int, int>();
        var onPath = new HashSet<int>();
        return next.Select(conclusions => conclusions.Key).Order().Select(Walk).DefaultIfEmpty(0).Max();

        int Walk(int sentence)
        {
            if (depths.TryGetValue(sentence, out var known))
                return known;
            onPath.Add(sentence);
            var best = 0;
            foreach (var conclusion in next[sentence].Where(conclusion => !onPath.Contains(conclusion)))
                best = Math.Max(best, Walk(conclusion));
            onPath.Remove(sentence);
            return depths[sentence] = best + (speculative.Contains(sentence) ? 1 : 0);
        }
    }
}
