namespace ReliabilityEngine.Speculations;

/// <summary>
/// Sentences as nodes, inferences as edges, without circles and without detours: an edge around other sentences that are
/// joined as well says nothing that these do not.
/// </summary>
sealed class InferenceGraph
{
    // Enough for any article; a text made to be dense keeps some of its detours, and loses nothing else.
    const int MostStepsOnDetours = 400_000;

    readonly int[] _sentences;
    readonly List<int>[] _next;
    readonly int[] _order;
    readonly int[] _rank;

    InferenceGraph(int[] sentences, List<int>[] next)
    {
        (_sentences, _next) = (sentences, next);
        _order = WithoutCircles();
        _rank = new int[_order.Length];
        for (var i = 0; i < _order.Length; i++)
            _rank[_order[i]] = i;
    }

    /// <param name="isSpeculative">Sentences that say nothing speculative stay only where they join two that do.</param>
    public static InferenceGraph Over(IEnumerable<(int Premise, int Conclusion)> links, Func<int, bool> isSpeculative)
    {
        var edges = links.Where(link => link.Premise != link.Conclusion).Distinct().Order().ToArray();
        int[] sentences = [.. edges.SelectMany(edge => new[] { edge.Premise, edge.Conclusion }).Distinct().Order()];
        var next = new List<int>[sentences.Length];
        for (var i = 0; i < next.Length; i++)
            next[i] = [];
        foreach (var (premise, conclusion) in edges)
            next[Array.BinarySearch(sentences, premise)].Add(Array.BinarySearch(sentences, conclusion));

        var graph = new InferenceGraph(sentences, next);
        graph.KeepBetween(isSpeculative);
        graph.DropDetours();
        return graph;
    }

    /// <summary>Node numbers, every premise before its conclusions.</summary>
    public IReadOnlyList<int> Order => _order;

    public int SentenceOf(int node) => _sentences[node];

    public IReadOnlyList<int> Next(int node) => _next[node];

    // Depth first with a stack of its own: a text may argue in a single line through thousands of sentences.
    int[] WithoutCircles()
    {
        const byte Unseen = 0, Open = 1, Done = 2;
        var state = new byte[_next.Length];
        var finished = new List<int>(_next.Length);
        var path = new Stack<(int Node, int Edge)>();
        for (var start = 0; start < _next.Length; start++)
        {
            if (state[start] != Unseen)
                continue;
            state[start] = Open;
            path.Push((start, 0));
            while (path.TryPop(out var at))
            {
                if (at.Edge == _next[at.Node].Count)
                {
                    state[at.Node] = Done;
                    finished.Add(at.Node);
                    continue;
                }

                var to = _next[at.Node][at.Edge];
                if (state[to] == Open)
                    _next[at.Node].RemoveAt(at.Edge);
                path.Push(state[to] == Open ? at : (at.Node, at.Edge + 1));
                if (state[to] != Unseen)
                    continue;
                state[to] = Open;
                path.Push((to, 0));
            }
        }

        finished.Reverse();
        return [.. finished];
    }

    void KeepBetween(Func<int, bool> isSpeculative)
    {
        var (after, before) = (new bool[_order.Length], new bool[_order.Length]);
        var speculative = Array.ConvertAll(_sentences, sentence => isSpeculative(sentence));
        foreach (var node in _order)
        {
            foreach (var to in _next[node])
                after[to] |= after[node] || speculative[node];
        }

        foreach (var node in _order.Reverse())
        {
            foreach (var to in _next[node])
                before[node] |= before[to] || speculative[to];
        }

        bool Stays(int node) => speculative[node] || (after[node] && before[node]);
        for (var node = 0; node < _next.Length; node++)
        {
            if (Stays(node))
                _next[node].RemoveAll(to => !Stays(to));
            else
                _next[node].Clear();
        }
    }

    void DropDetours()
    {
        var steps = 0;
        var seenFor = new int[_order.Length];
        var mark = 0;
        var open = new Stack<int>();
        foreach (var node in _order)
        {
            foreach (var to in _next[node].Count < 2 ? [] : _next[node].ToArray())
            {
                if (steps > MostStepsOnDetours)
                    return;
                mark++;
                foreach (var other in _next[node])
                {
                    if (other != to)
                        open.Push(other);
                }

                if (Reaches(to))
                    _next[node].Remove(to);
                open.Clear();
            }
        }

        bool Reaches(int goal)
        {
            while (open.TryPop(out var at))
            {
                if (at == goal)
                    return true;
                if (seenFor[at] == mark || _rank[at] > _rank[goal])
                    continue;
                seenFor[at] = mark;
                steps += 1 + _next[at].Count;
                foreach (var to in _next[at])
                    open.Push(to);
            }

            return false;
        }
    }
}
