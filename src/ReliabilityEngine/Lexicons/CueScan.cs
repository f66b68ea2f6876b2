using System.Collections.Immutable;
using System.Numerics;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Lexicons;

/// <summary>One pass over one text.</summary>
ref struct CueScan
{
    readonly PhraseTrie _trie;
    readonly string[] _names;
    readonly Document _document;
    readonly ReadOnlySpan<WordReading> _readings;
    readonly (int Number, TokenClass Classes)[] _words;

    // By lexicon: the first token that none of its matches has taken, and the longest phrase at the present token.
    readonly int[] _free;
    readonly int[] _bestEnd;
    readonly PhraseEnd?[] _best;
    readonly ImmutableArray<CueMatch>.Builder _matches;
    UInt128 _touched;

    public CueScan(PhraseTrie trie, string[] names, Document document, ReadOnlySpan<WordReading> readings)
    {
        (_trie, _names, _document) = (trie, names, document);
        _readings = readings;
        _words = new (int, TokenClass)[document.Forms.Length];
        for (var i = 0; i < _words.Length; i++)
            _words[i] = trie.WordOf(document.Forms[i]);
        _free = new int[names.Length];
        _bestEnd = new int[names.Length];
        _best = new PhraseEnd?[names.Length];
        _matches = ImmutableArray.CreateBuilder<CueMatch>(document.Tokens.Length / 2);
    }

    public ImmutableArray<CueMatch> Run()
    {
        // A phrase does not run over the end of a sentence.
        foreach (var sentence in _document.Sentences)
        {
            for (var start = sentence.Tokens.First; start < sentence.Tokens.End; start++)
            {
                _touched = 0;
                Walk(PhraseTrie.Root, start, start, sentence.Tokens.End);
                if (_touched != 0)
                    Accept(start);
            }
        }

        return _matches.DrainToImmutable();
    }

    // The depth is that of the tree: eight words, a few more where they have endings.
    void Walk(int node, int start, int at, int end)
    {
        ref readonly var here = ref _trie.At(node);
        if (here.Ends.Length > 0)
            Offer(here.Ends, start, at);
        if (at >= end || !here.HasEdges)
            return;
        var token = _document.Tokens[at];
        var (number, classes) = _words[token.Form];
        if (number >= 0 && _trie.Next(node, number) is >= 0 and var next)
            Walk(next, start, at + 1, end);
        if (here.Classes == TokenClass.None)
            return;
        var open = (int)(here.Classes & (classes | TokenClasses.OfToken(token, _document.Text)));
        for (; open != 0; open &= open - 1)
            Walk(_trie.Next(node, BitOperations.TrailingZeroCount(open)), start, at + 1, end);
    }

    void Offer(PhraseEnd[] ends, int start, int at)
    {
        foreach (var end in ends)
        {
            var lexicon = end.Lexicon;
            var bit = UInt128.One << lexicon;
            if (start < _free[lexicon] || ((_touched & bit) != 0 && !IsBetter(end, at)) || !Fits(end, start, at))
                continue;
            _touched |= bit;
            (_bestEnd[lexicon], _best[lexicon]) = (at, end);
        }
    }

    readonly bool IsBetter(PhraseEnd end, int at) =>
        at > _bestEnd[end.Lexicon] || (at == _bestEnd[end.Lexicon] && end.Entry.IsExact && !_best[end.Lexicon]!.Entry.IsExact);

    readonly bool Fits(PhraseEnd end, int start, int at)
    {
        for (var i = start; i < at; i++)
        {
            var token = _document.Tokens[i];
            if (end.NeedsCapitals && token.Kind == TokenKind.Word && !char.IsUpper(_document.Text[token.Start]))
                return false;
            if (end.ExactWords is { } words && words[i - start][0] != '<' && !_document.Raw(i).SequenceEqual(words[i - start]))
                return false;
        }

        return true;
    }

    void Accept(int start)
    {
        for (var open = _touched; open != 0; open &= open - 1)
        {
            var lexicon = (int)UInt128.TrailingZeroCount(open);
            var (end, best) = (_bestEnd[lexicon], _best[lexicon]!);
            _free[lexicon] = end;
            if (best.Entry.IsBlocking)
                continue;
            var tokens = new TokenRange(start, end);
            if (best.Sense is null || best.Sense(new(_document, tokens, _readings)))
                _matches.Add(new(_names[lexicon], best.Entry.Phrase, best.Entry.Value(0), _document.SpanOf(tokens), tokens, best.Entry.Value(1)));
        }
    }
}
