using System.Collections.Immutable;

namespace ReliabilityEngine.Learning.NGrams;

/// <summary>The n-grams of an article: where they stand in the joint table of all blocks, and how much of each.</summary>
/// <param name="Indices">Distinct; block after block, by first occurrence.</param>
/// <param name="Values">One plus the logarithm of the count, each block scaled to its weight's length.</param>
/// <param name="Counts">Occurrences.</param>
public sealed record GramVector(ImmutableArray<int> Indices, ImmutableArray<float> Values, ImmutableArray<int> Counts)
{
    public int Count => Indices.Length;
}

/// <summary>The blocks of n-grams that a model looks at, laid one after the other.</summary>
public sealed class NGramLayout
{
    public NGramLayout(ImmutableArray<NGramBlock> blocks)
    {
        Blocks = blocks;
        var offsets = ImmutableArray.CreateBuilder<int>(blocks.Length);
        foreach (var block in blocks)
        {
            offsets.Add(Size);
            Size += block.Size;
        }

        Offsets = offsets.MoveToImmutable();
    }

    public ImmutableArray<NGramBlock> Blocks { get; }

    /// <summary>Where each block's table begins.</summary>
    public ImmutableArray<int> Offsets { get; }

    public int Size { get; }

    /// <summary>Index of the block that holds an entry of the joint table.</summary>
    public int BlockOf(int index)
    {
        var block = Blocks.Length - 1;
        while (Offsets[block] > index)
            block--;
        return block;
    }
}
