namespace ReliabilityEngine.Lexicons;

/// <summary>Grows the tree of phrases, entry by entry.</summary>
sealed class PhraseTrieBuilder(Paradigms paradigms)
{
    readonly Dictionary<string, (int Number, TokenClass Classes)> _words = new(StringComparer.Ordinal);
    readonly Dictionary<(int Node, int Word), int> _edges = [];
    readonly List<TokenClass> _classes = [TokenClass.None];
    readonly List<bool> _hasEdges = [false];
    readonly List<List<PhraseEnd>> _ends = [[]];

    /// <summary>Adds a lexicon's phrases, and the blocking ones that it takes over from others.</summary>
    public void Add(int number, Lexicon lexicon, IEnumerable<Lexicon> blocks)
    {
        // What is written out comes before what a paradigm makes, and what is the lexicon's own before what it borrows.
        var borrowed = blocks.SelectMany(other => other.Entries.Where(entry => entry.IsBlocking));
        foreach (var entry in lexicon.Entries.OrderBy(HasForms).Concat(borrowed.OrderBy(HasForms)))
        {
            foreach (var phrase in PhraseForms.Of(entry, paradigms))
                Add(phrase, number, lexicon, entry);
        }
    }

    public PhraseTrie Build()
    {
        var nodes = new PhraseTrie.Node[_ends.Count];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = new(_classes[i], _hasEdges[i], [.. _ends[i]]);
        return new(nodes, _edges, _words);
    }

    static bool HasForms(LexiconEntry entry) => entry.Phrase.Contains(Paradigms.Mark, StringComparison.Ordinal);

    void Add(string[] phrase, int number, Lexicon lexicon, LexiconEntry entry)
    {
        var node = PhraseTrie.Root;
        foreach (var word in phrase)
            node = Follow(node, word);
        if (!_ends[node].Exists(end => end.Lexicon == number && end.Entry.IsExact == entry.IsExact))
            _ends[node].Add(new(number, entry, lexicon.IsCapitalised, entry.IsExact ? phrase : null, Senses.Of(lexicon.Name, entry)));
    }

    int Follow(int node, string word)
    {
        var step = word[0] == '<' ? TokenClasses.IndexOf(word) : NumberOf(word.ToLowerInvariant());
        if (word[0] == '<')
            _classes[node] |= TokenClasses.Named(word);
        if (_edges.TryGetValue((node, step), out var next))
            return next;
        next = _ends.Count;
        _edges.Add((node, step), next);
        _hasEdges[node] = true;
        _classes.Add(TokenClass.None);
        _hasEdges.Add(false);
        _ends.Add([]);
        return next;
    }

    int NumberOf(string word)
    {
        if (!_words.TryGetValue(word, out var known))
            _words.Add(word, known = (TokenClasses.Count + _words.Count, TokenClasses.OfForm(word)));
        return known.Number;
    }
}
