using System.Numerics;
using System.Runtime.CompilerServices;

namespace ReliabilityEngine.Lexicons;

/// <summary>An entry that a path through the trie ends in.</summary>
/// <param name="Lexicon">The lexicon's number.</param>
/// <param name="Sense">Says whether the words are a cue where they stand; null where they always are.</param>
sealed record PhraseEnd(int Lexicon, LexiconEntry Entry, bool NeedsCapitals, string[]? ExactWords, Sense? Sense);

/// <summary>The phrases of all lexicons as one tree over the numbers of their words; the first numbers are the classes.</summary>
sealed class PhraseTrie
{
    public const int Root = 0;
    public const int Nowhere = -1;

    readonly Node[] _nodes;
    readonly long[] _keys;
    readonly int[] _targets;
    readonly int _mask;
    readonly Dictionary<string, (int Number, TokenClass Classes)> _words;

    internal PhraseTrie(Node[] nodes, Dictionary<(int Node, int Word), int> edges, Dictionary<string, (int, TokenClass)> words)
    {
        (_nodes, _words) = (nodes, words);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(edges.Count * 2) + 2);
        (_keys, _targets, _mask) = (new long[size], new int[size], size - 1);
        Array.Fill(_keys, -1);
        foreach (var ((node, word), target) in edges)
        {
            var key = KeyOf(node, word);
            var slot = SlotOf(key);
            while (_keys[slot] >= 0)
                slot = (slot + 1) & _mask;
            (_keys[slot], _targets[slot]) = (key, target);
        }
    }

    /// <param name="Classes">The classes by which edges lead on.</param>
    /// <param name="HasEdges">Whether any edge leads on.</param>
    internal readonly record struct Node(TokenClass Classes, bool HasEdges, PhraseEnd[] Ends);

    public int Count => _nodes.Length;

    /// <summary>The number and classes of a form; -1 and none where no phrase has it.</summary>
    public (int Number, TokenClass Classes) WordOf(string form) => _words.TryGetValue(form, out var word) ? word : (Nowhere, TokenClass.None);

    public ref readonly Node At(int node) => ref _nodes[node];

    /// <summary>The node that a word leads to, or <see cref="Nowhere"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next(int node, int word)
    {
        var key = KeyOf(node, word);
        for (var slot = SlotOf(key); _keys[slot] >= 0; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] == key)
                return _targets[slot];
        }

        return Nowhere;
    }

    static long KeyOf(int node, int word) => ((long)node << 32) | (uint)word;

    int SlotOf(long key) => (int)(((ulong)key * 0x9E3779B97F4A7C15UL) >> 40) & _mask;
}
