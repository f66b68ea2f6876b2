using ReliabilityEngine.Tagging;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>Numbers the features that are seen often enough.</summary>
sealed class FeatureIndex
{
    readonly int[] _index;

    FeatureIndex(int[] index, int count) => (_index, Count) = (index, count);

    public int Count { get; }

    /// <summary>The number of a feature, or -1.</summary>
    public int this[uint key] => _index[key];

    public static FeatureIndex Of(LabelledSequences sequences, ReadOnlySpan<int> used, int fewestSeen)
    {
        var counts = new int[1 << FeatureKey.Bits];
        foreach (var sequence in used)
        {
            var first = sequences.First(sequence);
            for (var token = first; token < first + sequences.LengthOf(sequence); token++)
            {
                foreach (var key in sequences.Keys(token))
                    counts[key]++;
            }
        }

        var next = 0;
        for (var key = 0; key < counts.Length; key++)
            counts[key] = counts[key] >= fewestSeen ? next++ : -1;
        return new(counts, next);
    }

    /// <summary>The key of each feature.</summary>
    public uint[] Keys()
    {
        var keys = new uint[Count];
        for (uint key = 0; key < _index.Length; key++)
        {
            if (_index[key] >= 0)
                keys[_index[key]] = key;
        }

        return keys;
    }
}
