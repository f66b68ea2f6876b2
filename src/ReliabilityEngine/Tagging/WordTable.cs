namespace ReliabilityEngine.Tagging;

/// <summary>What training learned of one word form.</summary>
/// <param name="Lemma">Hash of the stem of its lemma where the form is irregular; else 0.</param>
/// <param name="Cluster">Its fine class of like words; 0 for a word not seen.</param>
/// <param name="Group">Its coarse class; 0 for a word not seen.</param>
/// <param name="Tag">Its part of speech where it has only one; else none.</param>
readonly record struct WordEntry(uint Word, uint Lemma, ushort Cluster, byte Group, PartOfSpeech Tag);

/// <summary>The known word forms, by hash.</summary>
sealed class WordTable
{
    static readonly WordEntry Unknown = new(0, 0, 0, 0, PartOfSpeech.None);

    readonly WordEntry[] _slots;
    readonly uint _mask;

    public WordTable(IReadOnlyCollection<WordEntry> entries)
    {
        Entries = entries;
        var size = System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(entries.Count * 2) + 2);
        (_slots, _mask) = (new WordEntry[size], size - 1);
        foreach (var entry in entries)
        {
            var slot = entry.Word & _mask;
            while (_slots[slot].Word != 0)
                slot = (slot + 1) & _mask;
            _slots[slot] = entry;
        }
    }

    public IReadOnlyCollection<WordEntry> Entries { get; }

    public WordEntry Find(uint word)
    {
        for (var slot = word & _mask; _slots[slot].Word != 0; slot = (slot + 1) & _mask)
        {
            if (_slots[slot].Word == word)
                return _slots[slot];
        }

        return Unknown;
    }

    public static WordTable Read(BinaryReader reader)
    {
        var entries = new WordEntry[reader.ReadInt32()];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = new(
                reader.ReadUInt32(), reader.ReadUInt32(), reader.ReadUInt16(), reader.ReadByte(), (PartOfSpeech)reader.ReadByte());
        }

        return new(entries);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Entries.Count);
        foreach (var entry in Entries.OrderBy(entry => entry.Word))
        {
            writer.Write(entry.Word);
            writer.Write(entry.Lemma);
            writer.Write(entry.Cluster);
            writer.Write(entry.Group);
            writer.Write((byte)entry.Tag);
        }
    }
}
