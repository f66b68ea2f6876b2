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
    readonly ReadOnlySpan<Token> _tokens;
    readonly ReadOnlySpan<WordReading> _readings;
    readonly (int Number, TokenClass Classes)[] _words;

    // By lexicon: the first token that none of its matches has taken, and the longest phrase at the present token.
    readonly int[] _free;
    readonly int[] _bestEnd;
    readonly PhraseEnd[] _best;
    readonly ImmutableArray<CueMatch>.Builder _matches;
    ulong _touched;

    public CueScan(PhraseTrie trie, string[] names, Document document, ReadOnlySpan<WordReading> readings)
    {
        (_trie, _names, _document) = (trie, names, document);
        _tokens = document.Tokens.AsSpan();
        _readings = readings;
        _words = new (int, TokenClass)[document.Forms.Length];
        for (var i = 0; i < _words.Length; i++)
            _words[i] = trie.WordOf(document.Forms[i]);
        _free = new int[names.Length];
        _bestEnd = new int[names.Length];
        _best = new PhraseEnd[names.Length];
        _matches = ImmutableArray.CreateBuilder<CueMatch>(document.Tokens.Length / 2);
    }

    public ImmutableArray<CueMatch> Run()
    {
        // A phrase does not run over the end of a sentence.
        foreach (var sentence in _document.Sentences)
        {
            for (var start = sentence.Tokens.First; start < sentence.Tokens.End; start++)
                Begin(start, sentence.Tokens.End);
        }

        return _matches.DrainToImmutable();
    }

    void Begin(int start, int end)
    {
        _touched = 0;
        ref readonly var token = ref _tokens[start];
        var (number, classes) = _words[token.Form];
        if (number >= 0 && _trie.First(number) is >= 0 and var node)
            Walk(node, start, start + 1, end);
        if (_trie.FirstClasses != TokenClass.None)
        {
            for (var open = (int)(_trie.FirstClasses & ClassesOf(token, classes)); open != 0; open &= open - 1)
                Walk(_trie.First(BitOperations.TrailingZeroCount(open)), start, start + 1, end);
        }

        if (_touched != 0)
            Accept(start);
    }

    // The depth is that of the tree: eight words, a few more where they have endings.
    void Walk(int node, int start, int at, int end)
    {
        ref readonly var here = ref _trie.At(node);
        if (here.Ends.Length > 0)
            Offer(here.Ends, start, at);
        if (!here.HasEdges || at >= end)
            return;
        ref readonly var token = ref _tokens[at];
        var (number, classes) = _words[token.Form];
        if (number >= 0 && _trie.Next(node, number) is >= 0 and var next)
            Walk(next, start, at + 1, end);
        if (here.Classes == TokenClass.None)
            return;
        for (var open = (int)(here.Classes & ClassesOf(token, classes)); open != 0; open &= open - 1)
            Walk(_trie.Next(node, BitOperations.TrailingZeroCount(open)), start, at + 1, end);
    }

    readonly TokenClass ClassesOf(in Token token, TokenClass byForm) => byForm | TokenClasses.OfToken(token, _document.Text);

    void Offer(PhraseEnd[] ends, int start, int at)
    {
        foreach (var end in ends)
        {
            var bit = 1UL << end.Lexicon;
            var isTaken = start < _free[end.Lexicon] || ((_touched & bit) != 0 && !IsBetter(end, at));
            if (isTaken || !(end.IsPlain || Fits(end, start, at)))
                continue;
            _touched |= bit;
            (_bestEnd[end.Lexicon], _best[end.Lexicon]) = (at, end);
        }
    }

    readonly bool IsBetter(PhraseEnd end, int at) =>
        at > _bestEnd[end.Lexicon]
        || (at == _bestEnd[end.Lexicon] && end.ExactWords is not null && _best[end.Lexicon].ExactWords is null);

    readonly bool Fits(PhraseEnd end, int start, int at)
    {
        for (var i = start; i < at; i++)
        {
            var raw = _document.Raw(i);
            if (end.NeedsCapitals && _tokens[i].Kind == TokenKind.Word && !char.IsUpper(raw[0]))
                return false;
            if (end.ExactWords is { } words && words[i - start][0] != '<' && !raw.SequenceEqual(words[i - start]))
                return false;
        }

        return true;
    }

    void Accept(int start)
    {
        for (var open = _touched; open != 0; open &= open - 1)
        {
            var lexicon = BitOperations.TrailingZeroCount(open);
            var best = _best[lexicon];
            var tokens = new TokenRange(start, _free[lexicon] = _bestEnd[lexicon]);
            if (best.IsBlocking || (best.Sense is { } isCue && !isCue(new(_document, tokens, _readings))))
                continue;
            var span = _document.SpanOf(tokens);
            _matches.Add(new(_names[lexicon], best.Entry.Phrase, best.Value, span, tokens, best.Detail));
        }
    }
}
