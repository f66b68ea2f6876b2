namespace ReliabilityEngine.Learning.NGrams;

/// <summary>The part of an article that n-grams are taken from.</summary>
public enum TextPart : byte
{
    Body,
    Title,

    /// <summary>The first words of the body.</summary>
    Lead,

    /// <summary>The last words of the body.</summary>
    Tail,
}

public enum GramUnit : byte
{
    Words,

    /// <summary>Runs of characters within one word, its ends marked.</summary>
    Letters,
}

/// <summary>One family of n-grams, hashed into a table of its own.</summary>
/// <param name="Shortest">Units of the shortest n-gram.</param>
/// <param name="Longest">Units of the longest n-gram.</param>
/// <param name="Bits">The table has two to this power of entries.</param>
/// <param name="Weight">Length of the block's vector beside the other blocks'.</param>
public sealed record NGramBlock(TextPart Part, GramUnit Unit, int Shortest, int Longest, int Bits, double Weight)
{
    /// <summary>Of a table, and of an n-gram; more would only cost memory and time.</summary>
    public const int MostBits = 20;

    public const int MostUnits = 8;

    public const int MostBlocks = 16;

    public string Name => $"{Part}.{Unit}".ToLowerInvariant();

    public int Size => 1 << Bits;
}
