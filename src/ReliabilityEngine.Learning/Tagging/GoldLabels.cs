using System.Collections.Immutable;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>Turns gold spans into the labels of the two passes.</summary>
static class GoldLabels
{
    /// <summary>Labels of all rows: cue 1 and 2, source 3 and 4, content 5 and 6.</summary>
    public static byte[] FirstPass(TokenTable table, IEnumerable<GoldRows> gold)
    {
        var labels = new byte[table.Rows.Length];
        foreach (var attribution in gold)
            Put(labels, attribution.Content, 5, 0);
        foreach (var attribution in gold)
            Put(labels, attribution.Source, 3, 0);
        foreach (var attribution in gold)
            Put(labels, attribution.Cue, 1, 0);
        return Mended(labels);
    }

    /// <summary>Labels of a window for one attribution: source 1 and 2, content 3 and 4.</summary>
    public static byte[] SecondPass(TokenRange window, GoldRows? gold)
    {
        var labels = new byte[window.Count];
        if (gold is null)
            return labels;
        Put(labels, Within(gold.Content, window), 3, window.First);
        Put(labels, Within(gold.Source, window), 1, window.First);
        return Mended(labels);
    }

    static ImmutableArray<TokenRange> Within(ImmutableArray<TokenRange> ranges, TokenRange window) =>
    [
        .. ranges.Select(range => new TokenRange(Math.Max(range.First, window.First), Math.Min(range.End, window.End)))
            .Where(range => range.Count > 0),
    ];

    static void Put(byte[] labels, ImmutableArray<TokenRange> ranges, byte begin, int offset)
    {
        foreach (var range in ranges)
        {
            labels.AsSpan(range.First - offset, range.Count).Fill((byte)(begin + 1));
            labels[range.First - offset] = begin;
        }
    }

    /// <summary>Where one span was laid over another, what is left of it begins anew.</summary>
    static byte[] Mended(byte[] labels)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            if (!LabelChain.Allows(i == 0 ? 0 : labels[i - 1], labels[i]))
                labels[i]--;
        }

        return labels;
    }
}
