using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReliabilityEngine.Lexicons;

/// <summary>Grows the tree of phrases, entry by entry.</summary>
sealed class PhraseTrieBuilder(Paradigms paradigms)
{
    const int Root = 0;

    readonly Dictionary<string, (int Number, TokenClass Classes)> _words = new(16384, StringComparer.Ordinal);
    readonly Dictionary<ulong, int> _edges = new(65536);
    readonly List<(TokenClass Classes, bool HasEdges, List<PhraseEnd>? Ends)> _nodes = [default];

    /// <summary>Adds a lexicon's phrases, and the blocking ones that it takes over from others.</summary>
    public void Add(int number, Lexicon lexicon, IEnumerable<Lexicon> blocks)
    {
        // What is written out comes before what a paradigm makes, and what is the lexicon's own before what it borrows.
        AddAll(number, lexicon, lexicon.Entries);
        foreach (var other in blocks)
            AddAll(number, lexicon, [.. other.Entries.Where(entry => entry.IsBlocking)]);
    }

    public PhraseTrie Build() =>
        new([.. _nodes.Select(node => new PhraseTrie.Node(node.Classes, node.HasEdges, [.. node.Ends ?? []]))], _edges, _words);

    void AddAll(int number, Lexicon lexicon, ImmutableArray<LexiconEntry> entries)
    {
        foreach (var inflected in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (var entry in entries)
            {
                if (HasForms(entry) == inflected)
                    Add(number, lexicon, entry);
            }
        }
    }

    void Add(int number, Lexicon lexicon, LexiconEntry entry)
    {
        var sense = Senses.Of(lexicon.Name, entry);
        foreach (var phrase in PhraseForms.Of(entry, paradigms))
            Add(phrase, new(number, entry, lexicon.IsCapitalised, entry.IsExact ? phrase : null, sense));
    }

    static bool HasForms(LexiconEntry entry) => entry.Phrase.Contains(Paradigms.Mark, StringComparison.Ordinal);

    void Add(string[] phrase, PhraseEnd end)
    {
        var node = Root;
        foreach (var word in phrase)
            node = Follow(node, word);
        var ends = _nodes[node].Ends ?? [];
        if (!ends.Exists(other => other.Lexicon == end.Lexicon && other.Entry.IsExact == end.Entry.IsExact))
            ends.Add(end);
        _nodes[node] = _nodes[node] with { Ends = ends };
    }

    int Follow(int node, string word)
    {
        var tokenClass = word[0] == '<' ? TokenClasses.Named(word) : TokenClass.None;
        var step = tokenClass != TokenClass.None ? TokenClasses.IndexOf(word) : NumberOf(word.ToLowerInvariant());
        ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_edges, PhraseTrie.KeyOf(node, step), out var exists);
        if (exists)
            return next;
        next = _nodes.Count;
        _nodes[node] = _nodes[node] with { Classes = _nodes[node].Classes | tokenClass, HasEdges = true };
        _nodes.Add(default);
        return next;
    }

    int NumberOf(string word)
    {
        if (!_words.TryGetValue(word, out var known))
            _words.Add(word, known = (TokenClasses.Count + _words.Count, TokenClasses.OfForm(word)));
        return known.Number;
    }
}
