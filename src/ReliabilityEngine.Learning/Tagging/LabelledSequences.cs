using System.Runtime.InteropServices;
using ReliabilityEngine.Tagging;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>Sequences of tokens with features, junctions and gold labels, laid out flat.</summary>
/// <param name="fewestSeen">Features seen less often are dropped by <see cref="Number"/>.</param>
sealed class LabelledSequences(int fewestSeen)
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

    /// <summary>The features of a token, counted over all sequences: keys, and numbers once they are numbered.</summary>
    public ReadOnlySpan<uint> Features(int token)
    {
        var end = token + 1 < _firstKey.Count ? _firstKey[token + 1] : _keys.Count;
        return CollectionsMarshal.AsSpan(_keys)[_firstKey[token]..end];
    }

    /// <summary>The key of each numbered feature.</summary>
    public uint[] Numbered { get; private set; } = [];

    /// <summary>Numbers the features from 0 and drops the rare ones, so that training finds their weights side by side.</summary>
    public void Number()
    {
        var numbers = new int[1 << FeatureKey.Bits];
        foreach (var key in _keys)
            numbers[key]++;
        var kept = new List<uint>();
        for (uint key = 0; key < numbers.Length; key++)
        {
            numbers[key] = numbers[key] >= fewestSeen ? kept.Count : -1;
            if (numbers[key] >= 0)
                kept.Add(key);
        }

        Numbered = [.. kept];
        Replace(numbers);
    }

    void Replace(int[] numbers)
    {
        var keys = CollectionsMarshal.AsSpan(_keys);
        var (next, token) = (0, 0);
        for (var i = 0; i < keys.Length; i++)
        {
            for (; token < _firstKey.Count && _firstKey[token] == i; token++)
                _firstKey[token] = next;
            if (numbers[keys[i]] is >= 0 and var number)
                keys[next++] = (uint)number;
        }

        for (; token < _firstKey.Count; token++)
            _firstKey[token] = next;
        CollectionsMarshal.SetCount(_keys, next);
    }
}
