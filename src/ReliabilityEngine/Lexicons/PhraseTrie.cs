using System.Numerics;
using System.Runtime.CompilerServices;

namespace ReliabilityEngine.Lexicons;

/// <summary>An entry that a path through the trie ends in.</summary>
/// <param name="Lexicon">The lexicon's number.</param>
/// <param name="ExactWords">The words with their case, where it counts; else null.</param>
/// <param name="Sense">Says whether the words are a cue where they stand; null where they always are.</param>
sealed record PhraseEnd(int Lexicon, LexiconEntry Entry, bool NeedsCapitals, string[]? ExactWords, Sense? Sense)
{
    public bool IsBlocking { get; } = Entry.IsBlocking;

    public bool IsPlain { get; } = !NeedsCapitals && ExactWords is null;

    public string Value { get; } = Entry.Value(0);

    public string Detail { get; } = Entry.Value(1);
}

/// <summary>The phrases of all lexicons as one tree over the numbers of their words; the first numbers are the classes.</summary>
sealed class PhraseTrie
{
    public const int Nowhere = -1;

    const int WordBits = 20;
    const int NodeBits = 22;
    const ulong Empty = ulong.MaxValue;

    readonly Node[] _nodes;
    readonly ulong[] _slots;
    readonly int _mask;
    readonly int[] _first;
    readonly Dictionary<string, (int Number, TokenClass Classes)> _words;

    /// <param name="nodes">The root first.</param>
    /// <param name="edges">By <see cref="KeyOf"/> a node and a word's number, the node that the word leads to.</param>
    public PhraseTrie(Node[] nodes, Dictionary<ulong, int> edges, Dictionary<string, (int, TokenClass)> words)
    {
        if (nodes.Length >= 1 << NodeBits || words.Count >= (1 << WordBits) - TokenClasses.Count)
            throw new ArgumentException($"{nodes.Length} nodes or {words.Count} words are too many.", nameof(nodes));
        (_nodes, _words) = (nodes, words);
        _first = new int[TokenClasses.Count + words.Count];
        Array.Fill(_first, Nowhere);
        _slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)(edges.Count * 2) + 2)];
        _mask = _slots.Length - 1;
        Array.Fill(_slots, Empty);
        foreach (var (key, target) in edges)
            Add(key, target);
    }

    /// <param name="Classes">The classes by which edges lead on.</param>
    /// <param name="HasEdges">Whether any edge leads on.</param>
    public readonly record struct Node(TokenClass Classes, bool HasEdges, PhraseEnd[] Ends);

    /// <summary>The classes with which a phrase may begin.</summary>
    public TokenClass FirstClasses => _nodes[0].Classes;

    /// <summary>The number and classes of a form; <see cref="Nowhere"/> where no phrase has it.</summary>
    public (int Number, TokenClass Classes) WordOf(string form) =>
        _words.TryGetValue(form, out var word) ? word : (Nowhere, TokenClasses.OfForm(form));

    public ref readonly Node At(int node) => ref _nodes[node];

    /// <summary>The node that a phrase's first word leads to, or <see cref="Nowhere"/>.</summary>
    public int First(int word) => _first[word];

    /// <summary>The node that a further word leads to, or <see cref="Nowhere"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next(int node, int word)
    {
        var key = KeyOf(node, word);
        for (var slot = SlotOf(key); _slots[slot] != Empty; slot = (slot + 1) & _mask)
        {
            if (_slots[slot] >> NodeBits == key)
                return (int)(_slots[slot] & ((1 << NodeBits) - 1));
        }

        return Nowhere;
    }

    void Add(ulong key, int target)
    {
        if (key >> WordBits == 0)
        {
            _first[key] = target;
            return;
        }

        var slot = SlotOf(key);
        while (_slots[slot] != Empty)
            slot = (slot + 1) & _mask;
        _slots[slot] = (key << NodeBits) | (uint)target;
    }

    public static ulong KeyOf(int node, int word) => ((ulong)(uint)node << WordBits) | (uint)word;

    int SlotOf(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> 40) & _mask;
}
