using System.Runtime.InteropServices;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>Sequences of tokens with features, junctions and gold labels, laid out flat.</summary>
sealed class LabelledSequences
{
    readonly List<uint> _keys = [];
    readonly List<int> _firstKey = [];
    readonly List<byte> _labels = [];
    readonly List<byte> _junctions = [];
    readonly List<(int First, int Fold)> _sequences = [];

    public int Count => _sequences.Count;

    /// <summary>Begins a sequence that belongs to a fold.</summary>
    public void Begin(int fold) => _sequences.Add((_labels.Count, fold));

    public void Add(ReadOnlySpan<uint> keys, byte junction, byte label)
    {
        _firstKey.Add(_keys.Count);
        _keys.AddRange(keys);
        _junctions.Add(junction);
        _labels.Add(label);
    }

    public int FoldOf(int sequence) => _sequences[sequence].Fold;

    public int First(int sequence) => _sequences[sequence].First;

    public int LengthOf(int sequence) => (sequence + 1 < Count ? First(sequence + 1) : _labels.Count) - First(sequence);

    public ReadOnlySpan<byte> Junctions(int sequence) =>
        CollectionsMarshal.AsSpan(_junctions).Slice(First(sequence), LengthOf(sequence));

    public ReadOnlySpan<byte> Labels(int sequence) =>
        CollectionsMarshal.AsSpan(_labels).Slice(First(sequence), LengthOf(sequence));

    /// <summary>The keys of a token, counted over all sequences.</summary>
    public ReadOnlySpan<uint> Keys(int token)
    {
        var end = token + 1 < _firstKey.Count ? _firstKey[token + 1] : _keys.Count;
        return CollectionsMarshal.AsSpan(_keys)[_firstKey[token]..end];
    }
}
