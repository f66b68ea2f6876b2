using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReliabilityEngine.Tagging;

/// <summary>Weights of features for up to seven labels, a byte each, in one flat table that fits a processor's cache.</summary>
/// <remarks>
/// An entry is eight bytes: seven weights, and above them a check byte (the key's bits beyond the slot, with the top bit
/// set). A key whose slot is taken stands in a small table beside it. Most features of a text were pruned, so a bit per key
/// range answers for them before either table is touched.
/// </remarks>
sealed class WeightTable
{
    public const int Labels = 7;

    const int SlotBits = 18;
    const int FilterBits = 20;
    const int OverflowBits = 16;
    const uint SlotMask = (1u << SlotBits) - 1;
    const uint FilterMask = (1u << FilterBits) - 1;
    const uint OverflowMask = (1u << OverflowBits) - 1;
    const ulong Occupied = 0x80;
    const ulong WeightBytes = 0x00FF_FFFF_FFFF_FFFF;

    readonly ulong[] _slots = new ulong[1 << SlotBits];
    readonly ulong[] _filter = new ulong[(1 << FilterBits) / 64];
    readonly uint[] _overflowKeys = new uint[1 << OverflowBits];
    readonly ulong[] _overflow = new ulong[1 << OverflowBits];
    readonly (uint Key, ulong Weights)[] _entries;

    /// <param name="entries">Keys with seven weights in the lower bytes.</param>
    /// <param name="scale">What one unit of a weight is worth.</param>
    public WeightTable(IEnumerable<(uint Key, ulong Weights)> entries, float scale)
    {
        _entries = [.. entries.OrderBy(entry => entry.Key)];
        if (_entries.Length > 1 << (SlotBits - 1))
            throw new ArgumentException($"{_entries.Length} features are more than the table holds.", nameof(entries));
        Scale = scale;
        foreach (var (key, weights) in _entries)
            Place(key, weights & WeightBytes);
    }

    public float Scale { get; }

    public int Count => _entries.Length;

    /// <summary>The sums of the weights of features, one lane a label; the eighth lane means nothing.</summary>
    /// <param name="keys">Overwritten: the keys that the filter lets through come first afterwards.</param>
    public Vector128<short> Sum(Span<uint> keys)
    {
        var sum = Vector128<short>.Zero;
        ref var slots = ref MemoryMarshal.GetArrayDataReference(_slots);
        foreach (var key in keys[..Pass(keys)])
        {
            var entry = Unsafe.Add(ref slots, key & SlotMask);
            if (entry >> 56 != Check(key))
                entry = entry == 0 ? 0 : Overflown(key);
            sum += Vector128.WidenLower(Vector128.CreateScalarUnsafe(entry).AsSByte());
        }

        return sum;
    }

    /// <summary>
    /// Moves the keys that may be known to the front and returns their number. Without a branch: whether a feature was pruned
    /// cannot be guessed, and a wrong guess costs more than the rest.
    /// </summary>
    int Pass(Span<uint> keys)
    {
        ref var filter = ref MemoryMarshal.GetArrayDataReference(_filter);
        var passed = 0;
        foreach (var key in keys)
        {
            keys[passed] = key;
            passed += (int)(Unsafe.Add(ref filter, (key & FilterMask) >> 6) >> (int)(key & 63)) & 1;
        }

        return passed;
    }

    void Place(uint key, ulong weights)
    {
        _filter[(key & FilterMask) >> 6] |= 1ul << (int)(key & 63);
        if (_slots[key & SlotMask] == 0)
        {
            _slots[key & SlotMask] = weights | (Check(key) << 56);
            return;
        }

        var at = OverflowSlot(key);
        while (_overflowKeys[at] != 0)
            at = (at + 1) & OverflowMask;
        (_overflowKeys[at], _overflow[at]) = (key + 1, weights);
    }

    ulong Overflown(uint key)
    {
        for (var at = OverflowSlot(key); _overflowKeys[at] != 0; at = (at + 1) & OverflowMask)
        {
            if (_overflowKeys[at] == key + 1)
                return _overflow[at];
        }

        return 0;
    }

    static uint OverflowSlot(uint key) => (key * 0x9E3779B1u) >> (32 - OverflowBits);

    static ulong Check(uint key) => (key >> SlotBits) | Occupied;

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
