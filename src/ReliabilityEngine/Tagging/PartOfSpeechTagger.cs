using System.Numerics;
using System.Runtime.Intrinsics;

namespace ReliabilityEngine.Tagging;

/// <summary>Gives a part of speech to the words that may have several, from left to right, by weights of their surroundings.</summary>
sealed class PartOfSpeechTagger
{
    /// <summary>Weights of one feature, padded to a vector.</summary>
    public const int Stride = 32;

    readonly uint[] _keys;
    readonly sbyte[] _weights;
    readonly uint _mask;

    public PartOfSpeechTagger(IReadOnlyList<(uint Key, sbyte[] Weights)> entries)
    {
        Entries = entries;
        var size = BitOperations.RoundUpToPowerOf2((uint)(entries.Count * 2) + 2);
        (_keys, _weights, _mask) = (new uint[size], new sbyte[size * Stride], size - 1);
        foreach (var (key, weights) in entries)
        {
            var slot = key & _mask;
            while (_keys[slot] != 0)
                slot = (slot + 1) & _mask;
            _keys[slot] = key + 1;
            weights.CopyTo(_weights, slot * Stride);
        }
    }

    public IReadOnlyList<(uint Key, sbyte[] Weights)> Entries { get; }

    public void Tag(TokenTable table)
    {
        Span<uint> keys = stackalloc uint[PartOfSpeechFeatures.Most];
        for (var s = 0; s < table.Document.Sentences.Length; s++)
        {
            var sentence = table.Sentence(s);
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (table.Rows[i].Tag == PartOfSpeech.None)
                    table.Rows[i].Tag = Best(keys[..PartOfSpeechFeatures.Write(table.Rows, i, keys)]);
            }
        }
    }

    PartOfSpeech Best(ReadOnlySpan<uint> keys)
    {
        var (low, high) = (Vector256<short>.Zero, Vector256<short>.Zero);
        foreach (var key in keys)
        {
            for (var slot = key & _mask; _keys[slot] != 0; slot = (slot + 1) & _mask)
            {
                if (_keys[slot] != key + 1)
                    continue;
                var weights = Vector256.Create(_weights.AsSpan((int)slot * Stride, Stride));
                low += Vector256.WidenLower(weights);
                high += Vector256.WidenUpper(weights);
                break;
            }
        }

        Span<short> scores = stackalloc short[Stride];
        low.CopyTo(scores);
        high.CopyTo(scores[(Stride / 2)..]);
        scores = scores[..PartsOfSpeech.Count];
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }

        return (PartOfSpeech)best;
    }

    public static PartOfSpeechTagger Read(BinaryReader reader)
    {
        var entries = new (uint, sbyte[])[reader.ReadInt32()];
        for (var i = 0; i < entries.Length; i++)
        {
            var weights = new sbyte[Stride];
            var key = reader.ReadUInt32();
            for (int left = reader.ReadByte(); left > 0; left--)
                weights[reader.ReadByte()] = reader.ReadSByte();
            entries[i] = (key, weights);
        }

        return new(entries);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Entries.Count);
        foreach (var (key, weights) in Entries.OrderBy(entry => entry.Key))
        {
            writer.Write(key);
            writer.Write((byte)weights.Count(weight => weight != 0));
            for (var i = 0; i < weights.Length; i++)
            {
                if (weights[i] == 0)
                    continue;
                writer.Write((byte)i);
                writer.Write(weights[i]);
            }
        }
    }
}
