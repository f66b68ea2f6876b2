using System.Runtime.Intrinsics;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>Proposes cues from the probabilities of the first pass: more than there are, for the later passes to choose from.</summary>
static class CueCandidates
{
    const int Begin = 1;
    const int Further = 2;

    /// <summary>A beginning less likely than this is not looked at.</summary>
    const float Least = 0.04f;

    /// <summary>With what it was lent by others, a candidate is worth a second pass from here on; of those below hardly any is believed.</summary>
    const float Worthwhile = 0.08f;

    /// <summary>A cue goes on while a further word is this likely, measured by its beginning.</summary>
    const float GoesOn = 0.45f;

    /// <summary>From here on a second beginning within reach is a cue of its own.</summary>
    const float Own = 0.3f;

    public const int Longest = 8;

    /// <summary>Bounds the work on a text that says nothing but cues.</summary>
    const int TokensPerCandidate = 6;
    const int FewestAllowed = 12;

    /// <summary>The candidates of a paragraph in text order, no two overlapping.</summary>
    public static List<CueCandidate> Find(int paragraph, TokenRange rows, ReadOnlySpan<Vector256<float>> labels)
    {
        var begins = new List<(float Probability, int Row)>();
        for (var i = rows.First; i < rows.End; i++)
        {
            if (labels[i][Begin] >= Least)
                begins.Add((labels[i][Begin], i));
        }

        begins.Sort(static (a, b) => a.Probability != b.Probability ? b.Probability.CompareTo(a.Probability) : a.Row.CompareTo(b.Row));
        var most = Math.Max(FewestAllowed, rows.Count / TokensPerCandidate);
        if (begins.Count > most)
            begins.RemoveRange(most, begins.Count - most);
        var taken = new Dictionary<int, int>();
        var found = new List<CueCandidate>();
        foreach (var (probability, row) in begins)
            Place(new(paragraph, new(row, EndOf(row, rows.End, labels)), probability), labels, found, taken);
        found.RemoveAll(static cue => cue.Probability < Worthwhile);
        found.Sort(static (a, b) => a.Rows.First.CompareTo(b.Rows.First));
        return found;
    }

    static int EndOf(int begin, int limit, ReadOnlySpan<Vector256<float>> labels)
    {
        var end = begin + 1;
        while (end < limit && end < begin + Longest && labels[end][Further] >= GoesOn * labels[begin][Begin])
            end++;
        return end;
    }

    /// <summary>A candidate that overlaps a likelier one lends it its probability, unless it seems a cue of its own.</summary>
    static void Place(
        CueCandidate candidate, ReadOnlySpan<Vector256<float>> labels, List<CueCandidate> found, Dictionary<int, int> taken)
    {
        var other = -1;
        for (var i = candidate.Rows.First; i < candidate.Rows.End && other < 0; i++)
            other = taken.GetValueOrDefault(i, -1);
        if (other >= 0)
        {
            var stronger = found[other];
            var row = candidate.Rows.First;
            if (row > stronger.Rows.First && candidate.Probability > Own && labels[row][Further] < Own)
            {
                found[other] = stronger with { Rows = new(stronger.Rows.First, row) };
            }
            else if (row < stronger.Rows.First && candidate.Probability > Own && labels[stronger.Rows.First][Further] <= Own)
            {
                candidate = candidate with { Rows = new(row, stronger.Rows.First) };
            }
            else
            {
                found[other] = stronger with { Probability = Math.Min(1, stronger.Probability + candidate.Probability) };
                return;
            }
        }

        for (var i = candidate.Rows.First; i < candidate.Rows.End; i++)
            taken[i] = found.Count;
        found.Add(candidate);
    }
}
