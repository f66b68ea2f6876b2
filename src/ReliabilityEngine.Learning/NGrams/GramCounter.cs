using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace ReliabilityEngine.Learning.NGrams;

/// <summary>Turns an article's words into the vector of its n-grams. Safe to share between threads.</summary>
public sealed class GramCounter(NGramLayout layout)
{
    // A table of counts for every article being counted at once; each is handed back empty.
    readonly ConcurrentBag<int[]> _tables = [];

    public GramVector Count(MaskedText text)
    {
        var table = _tables.TryTake(out var idle) ? idle : new int[layout.Size];
        var (indices, values) = (new List<int>(4096), new List<float>(4096));
        for (var i = 0; i < layout.Blocks.Length; i++)
            CountBlock(text, layout.Blocks[i], layout.Offsets[i], table, indices, values);
        var counts = new int[indices.Count];
        for (var i = 0; i < counts.Length; i++)
            (counts[i], table[indices[i]]) = (table[indices[i]], 0);
        _tables.Add(table);
        return new([.. indices], [.. values], ImmutableCollectionsMarshal.AsImmutableArray(counts));
    }

    static void CountBlock(MaskedText text, NGramBlock block, int offset, int[] table, List<int> indices, List<float> values)
    {
        var first = indices.Count;
        var tally = new Tally(table, offset, indices);
        NGramReader.Read(text.Part(block.Part), block, ref tally);
        var squares = 0.0;
        for (var i = first; i < indices.Count; i++)
        {
            var value = 1 + Math.Log(table[indices[i]]);
            squares += value * value;
            values.Add((float)value);
        }

        var scale = (float)(block.Weight / Math.Sqrt(squares));
        for (var i = first; i < values.Count; i++)
            values[i] *= scale;
    }

    readonly struct Tally(int[] table, int offset, List<int> indices) : IGramSink
    {
        public void Take(int index, int first, int last)
        {
            if (table[offset + index]++ == 0)
                indices.Add(offset + index);
        }
    }
}
