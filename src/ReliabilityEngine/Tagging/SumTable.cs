using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ReliabilityEngine.Tagging;

/// <summary>Writes the features that depend on a few small numbers only.</summary>
delegate void PartsWriter(scoped ReadOnlySpan<uint> parts, ref TemplateList keys);

/// <summary>
/// The sums of the weights of features that depend on a few small numbers only, reckoned beforehand for all of them: one look at
/// a table whose used places lie together, instead of one for each feature at a place that its hash scatters.
/// </summary>
sealed class SumTable
{
    const int MostKeys = 16;

    readonly Vector128<short>[] _sums;
    readonly uint _second;
    readonly uint _third;
    readonly uint _fourth;

    /// <param name="sizes">One more than the highest value of each number; four of them at most.</param>
    public SumTable(WeightTable weights, PartsWriter write, params ReadOnlySpan<uint> sizes)
    {
        (_second, _third, _fourth) = (Size(sizes, 1), Size(sizes, 2), Size(sizes, 3));
        _sums = new Vector128<short>[sizes[0] * _second * _third * _fourth];
        Span<uint> keys = stackalloc uint[MostKeys];
        Span<uint> parts = stackalloc uint[4];
        for (var i = 0u; i < _sums.Length; i++)
        {
            (parts[3], parts[2]) = (i % _fourth, i / _fourth % _third);
            (parts[1], parts[0]) = (i / (_fourth * _third) % _second, i / (_fourth * _third * _second));
            var list = new TemplateList(keys, 0, ordered: false);
            write(parts, ref list);
            _sums[i] = weights.Sum(keys[..list.Count]);
        }
    }

    public Vector128<short> this[uint first, uint second, uint third = 0, uint fourth = 0]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _sums[(((((first * _second) + second) * _third) + third) * _fourth) + fourth];
    }

    static uint Size(ReadOnlySpan<uint> sizes, int part) => part < sizes.Length ? sizes[part] : 1;
}
