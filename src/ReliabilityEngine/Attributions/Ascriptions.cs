using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>What the passes have found so far; a content never overlaps another, nor a cue or source.</summary>
sealed class Ascriptions(TokenView view)
{
    readonly bool[] _content = new bool[view.Count];
    readonly bool[] _frame = new bool[view.Count];

    /// <summary>Whose content, cue or source a token was marked for last, counted from one.</summary>
    readonly int[] _owner = new int[view.Count];
    readonly List<Ascription> _found = [];

    public IReadOnlyList<Ascription> Found => _found;

    public bool IsContent(int token) => (uint)token < (uint)_content.Length && _content[token];

    public bool IsTaken(int token) => (uint)token < (uint)_content.Length && (_content[token] || _frame[token]);

    /// <summary>Whether another ascription than this one holds any of the words.</summary>
    public bool OthersHold(int index, TokenRange words) => _owner.AsSpan(words.First, words.Count).ContainsAnyExcept(0, index + 1);

    /// <summary>Takes the ascription in, without what earlier ones hold of its content; false where nothing is left.</summary>
    public bool TryAdd(TokenRange? source, TokenRange? cue, params ReadOnlySpan<TokenRange> content)
    {
        if (Touches(source, _content) || Touches(cue, _content) || Touches(cue, _frame))
            return false;
        var pieces = ImmutableArray.CreateBuilder<TokenRange>();
        foreach (var piece in content)
        {
            if (Free(piece, source, cue) is { } free)
                pieces.Add(free);
        }

        if (pieces.Count == 0)
            return false;
        Take(new(source, cue, pieces.ToImmutable()));
        return true;
    }

    /// <summary>The same source goes on: adds a piece to the content of an ascription.</summary>
    public bool TryExtend(int index, TokenRange piece)
    {
        if (Free(piece, null, null) != piece)
            return false;
        Mark(piece, _content, index);
        _found[index] = _found[index] with { Content = _found[index].Content.Add(piece) };
        return true;
    }

    /// <summary>A piece of content goes on, to each side where nothing else holds the words.</summary>
    public void Widen(int index, int piece, TokenRange whole)
    {
        var content = _found[index].Content;
        var (first, end) = (content[piece].First, content[piece].End);
        var range = new TokenRange(IsFree(whole.First, first) ? Math.Min(first, whole.First) : first, IsFree(end, whole.End) ? Math.Max(end, whole.End) : end);
        Mark(range, _content, index);
        _found[index] = _found[index] with { Content = content.SetItem(piece, range) };
    }

    bool IsFree(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (IsTaken(token))
                return false;
        }

        return true;
    }

    /// <summary>A source is described further: its span goes on, and its content gives way.</summary>
    public void Describe(int index, TokenRange source)
    {
        var pieces = ImmutableArray.CreateBuilder<TokenRange>();
        foreach (var piece in _found[index].Content)
        {
            if (!piece.Overlaps(source))
                pieces.Add(piece);
            else if (piece.First < source.First && HasWord(piece.First, source.First))
                pieces.Add(new(piece.First, source.First));
            else if (piece.End > source.End && HasWord(source.End, piece.End))
                pieces.Add(new(source.End, piece.End));
        }

        if (pieces.Count == 0)
            return;
        _content.AsSpan(source.First, source.Count).Clear();
        Mark(source, _frame, index);
        _found[index] = _found[index] with { Source = source, Content = pieces.ToImmutable() };
    }

    /// <summary>Takes in what was found elsewhere, as it is.</summary>
    public void Take(Ascription ascription)
    {
        foreach (var piece in ascription.Content)
            Mark(piece, _content, _found.Count);
        Mark(ascription.Source, _frame, _found.Count);
        Mark(ascription.Cue, _frame, _found.Count);
        _found.Add(ascription);
    }

    /// <summary>The longest free run at the start of the piece.</summary>
    TokenRange? Free(TokenRange piece, TokenRange? source, TokenRange? cue)
    {
        var first = piece.First;
        while (first < piece.End && !IsFree(first, source, cue))
            first++;
        var end = first;
        while (end < piece.End && IsFree(end, source, cue))
            end++;
        return HasWord(first, end) ? new(first, end) : null;
    }

    bool IsFree(int token, TokenRange? source, TokenRange? cue) =>
        !IsTaken(token) && source?.Contains(token) != true && cue?.Contains(token) != true;

    bool HasWord(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (view.Document.Tokens[token].Kind is not (TokenKind.Punctuation or TokenKind.QuotationMark))
                return true;
        }

        return false;
    }

    static bool Touches(TokenRange? range, bool[] taken)
    {
        if (range is not { } tokens)
            return false;
        return taken.AsSpan(tokens.First, tokens.Count).Contains(true);
    }

    void Mark(TokenRange? range, bool[] taken, int index)
    {
        if (range is not { } tokens)
            return;
        taken.AsSpan(tokens.First, tokens.Count).Fill(true);
        _owner.AsSpan(tokens.First, tokens.Count).Fill(index + 1);
    }
}
