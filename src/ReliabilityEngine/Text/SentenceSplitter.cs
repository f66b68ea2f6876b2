namespace ReliabilityEngine.Text;

/// <summary>Cuts a paragraph's tokens into sentences.</summary>
readonly ref struct SentenceSplitter(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<MarkDirection> marks)
{
    const int LongestNote = 8;
    const int LongestRaisedNote = 3;
    const int LongestSpeaker = 4;

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
        while (i < end)
        {
            var note = Math.Max(AfterNote(i, end), AfterRaisedNote(i, end));
            if (note == i && !IsCloser(i, end))
                break;
            i = Math.Max(note, i + 1);
        }

        return i;
    }

    /// <summary>The first token after the reference to a footnote: [7], [1, 3].</summary>
    int AfterNote(int i, int end)
    {
        if (First(i) != '[' || i + 2 >= end || _tokens[i + 1].Kind != TokenKind.Number)
            return i;
        var close = i + 2;
        while (close < end && close < i + LongestNote && IsPartOfNote(close))
            close++;
        return close < end && First(close) == ']' ? close + 1 : i;
    }

    bool IsPartOfNote(int i) => _tokens[i].Kind == TokenKind.Number || First(i) is ',' or '-' or '\u2013';

    /// <summary>schools.17 Also: a footnote's raised number, set flat.</summary>
    int AfterRaisedNote(int i, int end) =>
        _tokens[i].Kind == TokenKind.Number && _tokens[i].Length <= LongestRaisedNote && Touches(i) && IsCapital(i + 1, end)
            && i > 1 && _tokens[i - 2].Kind == TokenKind.Word && _tokens[i - 2].Length > 2 ? i + 1 : i;

    bool IsCloser(int i, int end)
    {
        if (_marks[i] == MarkDirection.Close)
            return true;
        if (_tokens[i].Kind == TokenKind.Punctuation && IsStopMark(First(i)))
            return true;
        if (!Touches(i) || _marks[i] == MarkDirection.Open)
            return false;
        return _tokens[i].Kind switch
        {
            TokenKind.QuotationMark => i + 1 == end || !Touches(i + 1),
            TokenKind.Punctuation => First(i) is ')' or ']' or '}',
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
        {
            return IsDash(word)
                ? !IsAbbreviation(stop) && IsCapital(word + 1, end)
                : First(word) is not (',' or ';' or ':' or ')' or '/');
        }

        if (IsLowerCase(word))
            return false;
        return IsAbbreviation(stop) ? AbbreviationEnds(stop, next, word) : !IsSaid(stop, next, word, end);
    }

    /// <summary>done.The: the space was lost.</summary>
    bool EndsWithoutSpace(int stop, int next, int word)
    {
        if (IsAbbreviation(stop) || stop == 0 || _tokens[stop - 1].Kind != TokenKind.Word)
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
        if (kind == AbbreviationKind.Final)
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
        for (var i = word; i < end && i < word + LongestSpeaker && _tokens[i].Kind == TokenKind.Word; i++)
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
        while (i < end && (_tokens[i].Kind == TokenKind.QuotationMark || First(i) is '(' or '[' or '{'))
            i++;
        return i;
    }

    bool IsAbbreviation(int stop) => _tokens[stop].Kind == TokenKind.Word;

    bool IsDash(int i) => First(i) is '-' or '\u2013' or '\u2014';

    bool IsCapital(int i, int end) => i < end && !Touches(i) && char.IsUpper(First(i));

    /// <summary>Begins with a small letter, and is no name such as iPhone or wikiHow.</summary>
    bool IsLowerCase(int i)
    {
        var raw = Raw(i);
        if (_tokens[i].Kind != TokenKind.Word || !char.IsLower(raw[0]))
            return false;
        var capital = raw.IndexOfAnyInRange('A', 'Z');
        return capital < 0 || !char.IsLower(raw[capital - 1]);
    }

    bool Touches(int i) => i > 0 && _tokens[i].Start == _tokens[i - 1].End;

    char First(int i) => _text[_tokens[i].Start];

    ReadOnlySpan<char> Raw(int i) => _text[_tokens[i].Start.._tokens[i].End];
}
