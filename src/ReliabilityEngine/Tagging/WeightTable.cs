using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ReliabilityEngine.Tagging;

/// <summary>Weights of features for up to seven labels, a byte each, in one flat table that fits a processor's cache.</summary>
/// <remarks>
/// A key's lowest bits name a bucket of up to seven features, its highest eight are its tag. The tags of a bucket are one number, compared
/// in one go, so that features that were pruned are done with after one look at half a megabyte. Its lowest byte says where the
/// bucket's places begin within those of its block; a place holds seven weights and above them what is left of the key. Where too many
/// features meet, or two have one tag, the lightest are not looked at: one in two hundred.
/// </remarks>
sealed class WeightTable
{
    public const int Labels = 7;

    const int BucketBits = 16;
    const int TagShift = FeatureKey.Bits - 8;
    const int FeaturesPerBucket = 7;
    const int BucketsPerBlock = 1 << BlockShift;
    const int BlockShift = 6;
    const int FeaturesPerBlock = 128 + 16;
    const uint BucketMask = (1u << BucketBits) - 1;
    const ulong RestMask = (1u << (TagShift - BucketBits)) - 1;
    const ulong Ones = 0x0101_0101_0101_0101;
    const ulong LowBits = 0x7F7F_7F7F_7F7F_7F7F;
    const ulong WeightBytes = 0x00FF_FFFF_FFFF_FFFF;

    readonly ulong[] _tags = new ulong[1 << BucketBits];

    // One more before the first: a key that is not there points in front of its bucket.
    readonly ulong[] _places = new ulong[1 + (FeaturesPerBlock << (BucketBits - BlockShift))];
    readonly (uint Key, ulong Weights)[] _entries;

    /// <param name="entries">Keys with seven weights in the lower bytes.</param>
    /// <param name="scale">What one unit of a weight is worth.</param>
    public WeightTable(IEnumerable<(uint Key, ulong Weights)> entries, float scale)
    {
        Scale = scale;
        _entries = [.. entries.OrderBy(entry => entry.Key)];
        foreach (var block in Fitting(_entries))
            Fill(block.Key, block);
    }

    public float Scale { get; }

    public int Count => _entries.Length;

    public bool Knows(uint key) => PlaceOf(key) >= 0;

    /// <summary>The sums of the weights of features, one lane a label; the eighth lane means nothing.</summary>
    public Vector128<short> Sum(ReadOnlySpan<uint> keys)
    {
        var sum = Vector128<short>.Zero;
        foreach (var key in keys)
        {
            if (PlaceOf(key) is >= 0 and var place)
                sum += Vector128.WidenLower(Vector128.CreateScalarUnsafe(_places[place]).AsSByte());
        }

        return sum;
    }

    /// <summary>The same for eight keys, without a branch: whether a feature was pruned cannot be guessed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe Vector128<short> Sum(Vector256<uint> keys)
    {
        if (!Avx2.IsSupported)
            return SumEach(keys);
        fixed (ulong* tags = _tags, places = _places)
        {
            var sum = Widened(Entries(keys.GetLower(), tags, places)) + Widened(Entries(keys.GetUpper(), tags, places));
            return sum.GetLower() + sum.GetUpper();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe Vector256<ulong> Entries(Vector128<uint> keys, ulong* tags, ulong* places)
    {
        var wide = Avx2.ConvertToVector256Int64(keys).AsUInt64();
        var bucket = wide & Vector256.Create((ulong)BucketMask);
        var first = Vector256.Create(0ul, 0x0808_0808_0808_0808, 0, 0x0808_0808_0808_0808).AsByte();
        var tag = Vector256.Max(Avx2.Shuffle((wide >>> TagShift).AsByte(), first), Vector256<byte>.One);
        var tagsOfBucket = Avx2.GatherVector256(tags, bucket.AsInt64(), sizeof(ulong));
        // One tag at most is equal: the sum of the numbers of the equal ones is its number.
        var equal = Vector256.Equals(tagsOfBucket.AsByte(), tag) & Vector256.Create(0x0706_0504_0302_0100ul).AsByte();
        var number = Avx2.SumAbsoluteDifferences(equal, Vector256<byte>.Zero).AsUInt64();
        var block = bucket >>> BlockShift;
        var place = (block << 7) + (block << 4) + (tagsOfBucket & Vector256.Create(0xFFul)) + number;
        var entries = Avx2.GatherVector256(places, place.AsInt64(), sizeof(ulong));
        var rest = (wide >>> BucketBits) & Vector256.Create(RestMask);
        return Vector256.AndNot(entries & Vector256.Equals(entries >>> 56, rest), Vector256.Equals(number, Vector256<ulong>.Zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<short> Widened(Vector256<ulong> entries) =>
        Avx2.ConvertToVector256Int16(entries.GetLower().AsSByte()) + Avx2.ConvertToVector256Int16(entries.GetUpper().AsSByte());

    Vector128<short> SumEach(Vector256<uint> keys)
    {
        Span<uint> each = stackalloc uint[FeatureGroup.Size];
        keys.CopyTo(each);
        return Sum(each);
    }

    /// <summary>Where a key's weights stand; negative where it has none.</summary>
    int PlaceOf(uint key)
    {
        var bucket = key & BucketMask;
        var differences = (_tags[bucket] ^ (Tag(key) * Ones)) | byte.MaxValue;
        var equal = ~(((differences & LowBits) + LowBits) | differences | LowBits);
        if (equal == 0)
            return -1;
        var place = (BlockOf(key) * FeaturesPerBlock) + (byte)_tags[bucket] + ((uint)BitOperations.TrailingZeroCount(equal) / 8);
        return _places[place] >> 56 == Rest(key) ? (int)place : -1;
    }

    /// <summary>The highest bits of a key; 0 is the tag of nothing, so that a few keys share the tag 1.</summary>
    static ulong Tag(uint key) => Math.Max(1, key >> TagShift);

    static ulong Rest(uint key) => (key >> BucketBits) & RestMask;

    /// <summary>Lays out a block, bucket by bucket.</summary>
    void Fill(uint block, IEnumerable<(uint Key, ulong Weights)> entries)
    {
        var of = entries.OrderByDescending(entry => Weight(entry.Weights)).ThenBy(entry => entry.Key).Take(FeaturesPerBlock)
            .ToLookup(entry => entry.Key & BucketMask);
        var used = 0u;
        for (var bucket = block * BucketsPerBlock; bucket < (block + 1) * BucketsPerBlock; bucket++)
        {
            var (tags, number) = ((ulong)used, 0u);
            foreach (var (key, weights) in of[bucket])
            {
                tags |= Tag(key) << (8 * (int)++number);
                _places[(block * FeaturesPerBlock) + used + number] = (weights & WeightBytes) | (Rest(key) << 56);
            }

            _tags[bucket] = tags;
            used += number;
        }
    }

    /// <summary>The features for which there is room, by block.</summary>
    static IEnumerable<IGrouping<uint, (uint Key, ulong Weights)>> Fitting((uint Key, ulong Weights)[] entries)
    {
        if (entries.Length > FeaturesPerBlock << (BucketBits - BlockShift))
            throw new ArgumentException($"{entries.Length} features are more than the table holds.", nameof(entries));
        return entries
            .Where(entry => entry.Key != FeatureKey.Nothing)
            .OrderByDescending(entry => Weight(entry.Weights)).ThenBy(entry => entry.Key)
            .GroupBy(entry => entry.Key & BucketMask)
            .SelectMany(bucket => bucket.DistinctBy(entry => Tag(entry.Key)).Take(FeaturesPerBucket))
            .GroupBy(entry => BlockOf(entry.Key));
    }

    static uint BlockOf(uint key) => (key & BucketMask) >> BlockShift;

    static int Weight(ulong weights)
    {
        var sum = 0;
        for (var label = 0; label < Labels; label++)
            sum += Math.Abs((int)(sbyte)(byte)(weights >> (8 * label)));
        return sum;
    }

    public static WeightTable Read(BinaryReader reader)
    {
        var scale = reader.ReadSingle();
        var entries = new (uint, ulong)[reader.ReadInt32()];
        Span<byte> weights = stackalloc byte[8];
        for (var i = 0; i < entries.Length; i++)
        {
            var key = reader.ReadUInt32();
            reader.BaseStream.ReadExactly(weights[..Labels]);
            entries[i] = (key, BitConverter.ToUInt64(weights));
        }

        return new(entries, scale);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Scale);
        writer.Write(_entries.Length);
        Span<byte> weights = stackalloc byte[8];
        foreach (var (key, packed) in _entries)
        {
            writer.Write(key);
            BitConverter.TryWriteBytes(weights, packed);
            writer.Write(weights[..Labels]);
        }
    }
}
