using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>Chooses among candidates, the likeliest first, so that nothing is nested.</summary>
static class CandidateChoice
{
    /// <summary>Indices of the chosen candidates, in order.</summary>
    public static List<int> Choose(IReadOnlyList<Candidate> candidates, ReadOnlySpan<float> probabilities, float threshold, int rows)
    {
        var order = Enumerable.Range(0, candidates.Count).ToArray();
        var keys = probabilities.ToArray();
        Array.Sort(order, (a, b) => keys[a] != keys[b] ? keys[b].CompareTo(keys[a]) : a.CompareTo(b));
        var (cues, contents) = (new bool[rows], new bool[rows]);
        var chosen = new List<int>();
        foreach (var i in order)
        {
            if (keys[i] < threshold)
                break;
            var candidate = candidates[i];
            if (candidate.Content.IsEmpty || Taken(candidate, cues, contents))
                continue;
            cues.AsSpan(candidate.Cue.Rows.First, candidate.Cue.Rows.Count).Fill(true);
            foreach (var piece in candidate.Content)
                contents.AsSpan(piece.First, piece.Count).Fill(true);
            chosen.Add(i);
        }

        chosen.Sort();
        return chosen;
    }

    static bool Taken(Candidate candidate, ReadOnlySpan<bool> cues, ReadOnlySpan<bool> contents)
    {
        if (Any(cues, candidate.Cue.Rows) || Any(contents, candidate.Cue.Rows))
            return true;
        foreach (var piece in candidate.Content)
        {
            if (Any(cues, piece) || Any(contents, piece))
                return true;
        }

        return false;
    }

    static bool Any(ReadOnlySpan<bool> rows, TokenRange range) => rows.Slice(range.First, range.Count).Contains(true);
}
