using System.Buffers.Binary;
using System.Collections.Immutable;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Origins;

/// <summary>
/// A text by the smallest hashes of its runs of three words: how much two texts share can be told from these alone, and also how much of
/// a short one stands in a long one (bottom-k sketches, Broder 1997).
/// </summary>
public sealed class TextSketch
{
    /// <summary>How many hashes are kept.</summary>
    public const int Size = 128;

    /// <summary>By so many of the smallest hashes texts are looked up; a copy cut to a sixth still has some of them.</summary>
    public const int LookedUp = 32;

    const int Run = 3;
    const int FewestShared = 8;

    // Six bytes are enough for millions of texts, and databases store them in six.
    const int UnusedBits = 16;

    TextSketch(ImmutableArray<long> hashes, int words) => (Hashes, Words) = (hashes, words);

    /// <summary>Distinct, in rising order.</summary>
    public ImmutableArray<long> Hashes { get; }

    public int Words { get; }

    public static TextSketch Of(ArticleAnalysis analysis)
    {
        var document = analysis.Document;
        var hashOfForm = new ulong[document.Forms.Length];
        for (var form = 0; form < hashOfForm.Length; form++)
            hashOfForm[form] = HashOf(document.Forms[form]);
        var words = WordsOf(analysis, hashOfForm);
        var hashes = new SortedSet<long>();
        for (var first = 0; first + Run <= words.Length; first++)
            Keep(hashes, Mixed(words.AsSpan(first, Run)));
        return new([.. hashes], words.Length);
    }

    static ulong[] WordsOf(ArticleAnalysis analysis, ulong[] hashOfForm)
    {
        var words = new List<ulong>();
        foreach (var sentence in analysis.Body.Sentences)
        {
            foreach (var token in analysis.Body.TokensIn(sentence))
            {
                if (token.Kind is TokenKind.Word or TokenKind.Number)
                    words.Add(hashOfForm[token.Form]);
            }
        }

        return [.. words];
    }

    /// <summary>How much of the shorter text stands in the longer, 0..1.</summary>
    public double SharedOfShorter(TextSketch other) => Shared(other, Math.Min);

    /// <summary>How much of the longer text stands in the shorter, 0..1: high only where both are nearly the same.</summary>
    public double SharedOfLonger(TextSketch other) => Shared(other, Math.Max);

    public byte[] ToBytes()
    {
        var bytes = new byte[Hashes.Length * sizeof(long)];
        for (var i = 0; i < Hashes.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * sizeof(long)), Hashes[i]);
        return bytes;
    }

    public static TextSketch Read(ReadOnlySpan<byte> bytes, int words)
    {
        var hashes = ImmutableArray.CreateBuilder<long>(bytes.Length / sizeof(long));
        for (var i = 0; i + sizeof(long) <= bytes.Length; i += sizeof(long))
            hashes.Add(BinaryPrimitives.ReadInt64LittleEndian(bytes[i..]));
        return new(hashes.DrainToImmutable(), words);
    }

    /// <summary>Up to the smaller of the greatest hashes both know all that they have, and can be compared.</summary>
    double Shared(TextSketch other, Func<int, int, int> whole)
    {
        var limit = Math.Min(Horizon, other.Horizon);
        var (i, k, shared) = (0, 0, 0);
        while (i < Hashes.Length && k < other.Hashes.Length && Hashes[i] <= limit && other.Hashes[k] <= limit)
        {
            var (mine, theirs) = (Hashes[i], other.Hashes[k]);
            shared += mine == theirs ? 1 : 0;
            i += mine <= theirs ? 1 : 0;
            k += theirs <= mine ? 1 : 0;
        }

        var count = whole(CountTo(limit), other.CountTo(limit));
        return shared >= FewestShared ? (double)shared / count : 0;
    }

    long Horizon => Hashes.Length < Size ? long.MaxValue : Hashes[^1];

    int CountTo(long limit)
    {
        var place = Hashes.BinarySearch(limit);
        return place >= 0 ? place + 1 : ~place;
    }

    static void Keep(SortedSet<long> hashes, long hash)
    {
        if (hashes.Count == Size && hash >= hashes.Max)
            return;
        if (hashes.Add(hash) && hashes.Count > Size)
            hashes.Remove(hashes.Max);
    }

    /// <summary>FNV-1a, which is the same on every machine.</summary>
    static ulong HashOf(string form)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in form)
            hash = (hash ^ letter) * 1099511628211UL;
        return hash;
    }

    static long Mixed(ReadOnlySpan<ulong> words)
    {
        var hash = 0UL;
        foreach (var word in words)
        {
            // SplitMix64's finish (Steele, Lea and Flood 2014).
            hash = (hash * 31) + word;
            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
            hash ^= hash >> 31;
        }

        return (long)(hash >> UnusedBits);
    }
}
