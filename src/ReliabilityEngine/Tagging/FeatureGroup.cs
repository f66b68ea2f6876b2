using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ReliabilityEngine.Tagging;

/// <summary>Up to eight templates whose keys are made, and whose weights are looked up, together.</summary>
/// <remarks>
/// The values of one token go from register to register: written one by one and read as a vector, each would wait for all that was written
/// before, which took half of the tagger's time.
/// </remarks>
sealed class FeatureGroup
{
    public const int Size = 8;

    readonly uint[] _templates;
    readonly Vector256<uint> _seeds;

    public FeatureGroup(params ReadOnlySpan<uint> templates)
    {
        _templates = templates.ToArray();
        Span<uint> seeds = stackalloc uint[Size];
        for (var i = 0; i < templates.Length; i++)
            seeds[i] = FeatureKey.Seed(templates[i]);
        _seeds = Vector256.Create(seeds);
    }

    /// <summary>The keys of the templates with their values; values beyond the templates are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<uint> Keys(Vector256<uint> values) => FeatureKey.Of(_seeds, values);

    /// <summary>Lays each key at its template's place.</summary>
    /// <param name="first">The template of the first place.</param>
    public void Write(Vector256<uint> keys, uint first, Span<uint> places)
    {
        for (var i = 0; i < _templates.Length; i++)
            places[(int)(_templates[i] - first)] = keys[i];
    }

    public int Count => _templates.Length;
}
