namespace ReliabilityEngine.Text;

/// <summary>Cuts a paragraph's tokens into sentences.</summary>
readonly ref struct SentenceSplitter(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<MarkDirection> marks)
{
    readonly ReadOnlySpan<char> _text = text;
    readonly ReadOnlySpan<Token> _tokens = tokens;
    readonly ReadOnlySpan<MarkDirection> _marks = marks;

    public void Split(TokenRange paragraph, List<TokenRange> sentences)
    {
        var start = paragraph.First;
        for (var i = start; i < paragraph.End;)
        {
            if (!IsStop(i))
            {
                i++;
                continue;
            }

            var next = AfterClosers(i + 1, paragraph.End);
            if (next < paragraph.End && Ends(i, next, paragraph.End))
            {
                sentences.Add(new(start, next));
                start = next;
            }

            i = next;
        }

        if (start < paragraph.End)
            sentences.Add(new(start, paragraph.End));
    }

    bool IsStop(int i) => _tokens[i].Kind switch
    {
        TokenKind.Punctuation => IsStopMark(First(i)),
        TokenKind.Word => _text[_tokens[i].End - 1] == '.',
        _ => false,
    };

    static bool IsStopMark(char c) => c is '.' or '!' or '?' or '\u2026' or '\u3002';

    /// <summary>The first token after the marks, brackets and further stops that belong to a stop.</summary>
    int AfterClosers(int i, int end)
    {
        while (i < end && IsCloser(i, end))
            i++;
        return i + 2 < end && First(i) == '[' && Touches(i) && _tokens[i + 1].Kind == TokenKind.Number && First(i + 2) == ']'
            ? i + 3
            : i;
    }

    bool IsCloser(int i, int end)
    {
        if (_marks[i] == MarkDirection.Close)
            return true;
        if (!Touches(i) || _marks[i] == MarkDirection.Open)
            return false;
        return _tokens[i].Kind switch
        {
            TokenKind.QuotationMark => i + 1 == end || !Touches(i + 1),
            TokenKind.Punctuation => First(i) is ')' or ']' or '}' || IsStopMark(First(i)),
            _ => false,
        };
    }

    bool Ends(int stop, int next, int end)
    {
        var word = AfterOpeners(next, end);
        if (word == end)
            return false;
        if (Touches(next))
            return EndsWithoutSpace(stop, next, word);
        if (_tokens[word].Kind == TokenKind.Punctuation)
            return First(word) is not (',' or ';' or ':' or '-' or '\u2013' or '\u2014' or ')' or '/');
        if (IsLowerCase(word))
            return false;
        return _tokens[stop].Kind == TokenKind.Word ? AbbreviationEnds(stop, next, word) : !IsSaid(stop, next, word, end);
    }

    /// <summary>done.The: the space was lost.</summary>
    bool EndsWithoutSpace(int stop, int next, int word)
    {
        if (_tokens[stop].Kind == TokenKind.Word || stop == 0 || _tokens[stop - 1].Kind != TokenKind.Word)
            return false;
        if (_marks[next] == MarkDirection.Open)
            return true;
        var before = _tokens[stop - 1].Span;
        return word == next && _tokens[word].Kind == TokenKind.Word && char.IsUpper(First(word))
            && before.Length > 1 && char.IsLower(_text[before.End - 1]);
    }

    bool AbbreviationEnds(int stop, int next, int word)
    {
        var raw = Raw(stop);
        var kind = Abbreviations.Of(raw[..^1]);
        if (kind is AbbreviationKind.Title or AbbreviationKind.BeforeNumber || _tokens[word].Kind is TokenKind.Number)
            return false;
        if (_tokens[word].Kind != TokenKind.Word || stop + 1 < next)
            return true;
        if (raw is "a.m." or "p.m." or "A.M." or "P.M.")
            return !SentenceStarts.FollowsTime(Raw(word));
        return SentenceStarts.IsStarter(Raw(word));
    }

    /// <summary>"Why?" Smith asked: the stop is the speaker's, and the sentence goes on.</summary>
    bool IsSaid(int stop, int next, int word, int end)
    {
        if (First(stop) is not ('?' or '!') || next == stop + 1 || word != next || _marks[next - 1] != MarkDirection.Close)
            return false;
        for (var i = word; i < end && i < word + 4 && _tokens[i].Kind == TokenKind.Word; i++)
        {
            if (SentenceStarts.IsSpeechVerb(Raw(i)))
                return i > word;
            if (!char.IsUpper(First(i)))
                return false;
        }

        return false;
    }

    int AfterOpeners(int i, int end)
    {
        while (i < end && (_marks[i] == MarkDirection.Open || _tokens[i].Kind == TokenKind.QuotationMark || First(i) is '(' or '[' or '{'))
            i++;
        return i;
    }

    /// <summary>Begins with a small letter, and is no name such as iPhone.</summary>
    bool IsLowerCase(int i)
    {
        var raw = Raw(i);
        return _tokens[i].Kind == TokenKind.Word && char.IsLower(raw[0]) && !(raw.Length > 1 && char.IsUpper(raw[1]));
    }

    bool Touches(int i) => i > 0 && _tokens[i].Start == _tokens[i - 1].End;

    char First(int i) => _text[_tokens[i].Start];

    ReadOnlySpan<char> Raw(int i) => _text[_tokens[i].Start.._tokens[i].End];
}
