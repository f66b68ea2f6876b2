using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ReliabilityEngine.Tagging;

/// <summary>Makes the integers under which features stand in a weight table.</summary>
static class FeatureKey
{
    /// <summary>Keys are this wide, so that slot and check byte of a <see cref="WeightTable"/> hold all of one.</summary>
    public const int Bits = 25;

    /// <summary>The key of no feature.</summary>
    public const uint Nothing = 0;

    /// <summary>FNV-1a over the characters, digits made equal, then mixed.</summary>
    public static uint OfForm(ReadOnlySpan<char> form)
    {
        var hash = 2166136261u;
        foreach (var c in form)
            hash = (hash ^ (char.IsAsciiDigit(c) ? '0' : c)) * 16777619u;
        hash = (hash ^ (hash >> 15)) * 0x85EBCA6Bu;
        return hash ^ (hash >> 13);
    }

    /// <summary>Key of a template with a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint value)
    {
        var hash = (value ^ Seed(template)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 15)) * 0xC2B2AE35u;
        return (hash ^ (hash >> 14)) >> (32 - Bits);
    }

    /// <summary>The same for eight of them; a template of 0 with the value 0 gives <see cref="Nothing"/>.</summary>
    /// <param name="seeds">What <see cref="Seed"/> gives for the templates.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Of(Vector256<uint> seeds, Vector256<uint> values)
    {
        var hash = (values ^ seeds) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >>> 15)) * 0xC2B2AE35u;
        return (hash ^ (hash >>> 14)) >>> (32 - Bits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Seed(uint template) => template * 0x9E3779B1u;

    /// <summary>One value that stands for two, eight times.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Join(Vector256<uint> first, Vector256<uint> second)
    {
        var hash = (first * 0x2C1B3C6Du) + second;
        return ((hash ^ (hash >>> 16)) * 0x297A2D39u) + Vector256<uint>.One;
    }

    /// <summary>One value that stands for two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Join(uint first, uint second)
    {
        var hash = (first * 0x2C1B3C6Du) + second;
        return ((hash ^ (hash >> 16)) * 0x297A2D39u) + 1;
    }
}

/// <summary>Takes the features of one token in the order of their templates.</summary>
ref struct FeatureList(Span<uint> keys, uint template)
{
    readonly Span<uint> _keys = keys;
    uint _template = template;

    public int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint value) => _keys[Count++] = FeatureKey.Of(_template++, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint first, uint second) => Add(FeatureKey.Join(first, second));
}

/// <summary>Takes features that name their templates themselves.</summary>
/// <param name="first">The lowest template.</param>
/// <param name="ordered">Whether each key stands at its template's place, whoever wrote it; else one after the other.</param>
ref struct TemplateList(Span<uint> keys, uint first, bool ordered)
{
    readonly Span<uint> _keys = keys;
    readonly uint _first = first;
    readonly bool _ordered = ordered;

    public int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint value)
    {
        _keys[_ordered ? (int)(template - _first) : Count] = FeatureKey.Of(template, value);
        Count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint first, uint second) => Add(template, FeatureKey.Join(first, second));
}
