namespace ReliabilityEngine.Learning.NGrams;

/// <summary>A hash of text that is the same on every machine and for ever, since trained weights hang on it.</summary>
static class GramHash
{
    public const ulong Seed = 0xCBF29CE484222325;

    const ulong Prime = 0x100000001B3;

    public static ulong Add(ulong hash, char c) => (hash ^ c) * Prime;

    public static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            hash = Add(hash, c);
        return hash;
    }

    /// <summary>An index into a table of two to the power of <paramref name="bits"/>.</summary>
    public static int Index(ulong hash, int bits)
    {
        // FNV's low bits are its best, and its high ones poor until they are stirred.
        hash ^= hash >>> 32;
        return (int)((hash * 0x9E3779B97F4A7C15) >>> (64 - bits));
    }
}
