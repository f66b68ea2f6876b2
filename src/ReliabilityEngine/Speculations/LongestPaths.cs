using System.Collections.Immutable;

namespace ReliabilityEngine.Speculations;

/// <summary>The longest paths of a graph of inferences, counted in speculative sentences, the longest first.</summary>
static class LongestPaths
{
    // Bounds the work on a text made to have countless paths; the longest of all is always found.
    const int MostSteps = 200_000;

    /// <returns>Sentences, the speculative ones only; none of them inside another.</returns>
    public static List<ImmutableArray<int>> In(InferenceGraph graph, Func<int, bool> isSpeculative, int most)
    {
        var (ahead, isStart) = Measure(graph, isSpeculative);
        var open = new PriorityQueue<Path, (int Shortfall, int Depth, int Turn)>();
        var turn = 0;
        foreach (var node in graph.Order.Where(node => isStart[node] && ahead[node] > 1).Order())
            open.Enqueue(new(node, null, 0, 1), (-ahead[node], -1, turn++));

        var found = new List<ImmutableArray<int>>();
        while (found.Count < most && (turn < MostSteps || found.Count == 0) && open.TryDequeue(out var path, out _))
        {
            var weight = path.Weight + (isSpeculative(graph.SentenceOf(path.Node)) ? 1 : 0);
            var next = graph.Next(path.Node);
            if (next.Count == 0)
                AddUnlessInside(found, path.Sentences(graph, isSpeculative));
            foreach (var to in next)
                open.Enqueue(new(to, path, weight, path.Depth + 1), (-weight - ahead[to], -path.Depth - 1, turn++));
        }

        return found;
    }

    // Speculative sentences on the longest path from each node on, itself counted.
    static (int[] Ahead, bool[] IsStart) Measure(InferenceGraph graph, Func<int, bool> isSpeculative)
    {
        var (ahead, isStart) = (new int[graph.Order.Count], new bool[graph.Order.Count]);
        Array.Fill(isStart, true);
        foreach (var node in graph.Order.Reverse())
        {
            foreach (var to in graph.Next(node))
            {
                ahead[node] = Math.Max(ahead[node], ahead[to]);
                isStart[to] = false;
            }

            ahead[node] += isSpeculative(graph.SentenceOf(node)) ? 1 : 0;
        }

        return (ahead, isStart);
    }

    // Longer paths come first, so that one found later cannot hold an earlier one.
    static void AddUnlessInside(List<ImmutableArray<int>> found, ImmutableArray<int> path)
    {
        if (path.Length > 1 && !found.Exists(longer => IsInside(path, longer)))
            found.Add(path);
    }

    static bool IsInside(ImmutableArray<int> path, ImmutableArray<int> longer)
    {
        var matched = 0;
        for (var i = 0; i < longer.Length && matched < path.Length; i++)
        {
            if (longer[i] == path[matched])
                matched++;
            if (path.Length - matched > longer.Length - i - 1)
                return false;
        }

        return matched == path.Length;
    }

    sealed record Path(int Node, Path? Before, int Weight, int Depth)
    {
        public ImmutableArray<int> Sentences(InferenceGraph graph, Func<int, bool> isSpeculative)
        {
            var sentences = new List<int>(Depth);
            for (var at = this; at is not null; at = at.Before)
            {
                if (isSpeculative(graph.SentenceOf(at.Node)))
                    sentences.Add(graph.SentenceOf(at.Node));
            }

            sentences.Reverse();
            return [.. sentences];
        }
    }
}
