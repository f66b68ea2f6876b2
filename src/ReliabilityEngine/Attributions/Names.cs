using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>What the article itself tells of the names in it, wherever it tells it.</summary>
sealed class Names
{
    readonly TokenView _view;
    readonly int[] _person;
    readonly int[] _body;
    readonly int[] _bare;
    readonly bool[] _bodyFirst;
    readonly TokenRange[] _full;
    readonly bool[] _offices;
    readonly bool[] _common;

    public Names(TokenView view)
    {
        _view = view;
        _person = new int[view.Document.Forms.Length];
        _body = new int[view.Document.Forms.Length];
        _bare = new int[view.Document.Forms.Length];
        _bodyFirst = new bool[view.Document.Forms.Length];
        _full = new TokenRange[view.Document.Forms.Length];
        _offices = new bool[view.Document.Forms.Length];
        _common = CommonWords(view);
        foreach (var sentence in view.Document.Sentences)
        {
            if (!IsHeadline(sentence.Tokens))
                ReadRuns(sentence.Tokens);
        }
    }

    /// <summary>Above zero where the article treats the word as a person's name, below where as a body's.</summary>
    public int Leaning(int token)
    {
        var form = _view.Document.Tokens[token].Form;
        // Where a Ford is named in full, the car maker's name alone is the person's.
        return _person[form] - _body[form] - (_person[form] > 0 ? 0 : _bare[form]);
    }

    /// <summary>Whether a body's longer name begins with the word: "Halden" is "Halden Shipping".</summary>
    public bool OpensBody(int token) => _bodyFirst[_view.Document.Tokens[token].Form];

    /// <summary>Whether the article writes the word without a capital too: then a sentence's first word is no name.</summary>
    public bool IsCommon(int token) => _common[_view.Document.Tokens[token].Form];

    /// <summary>Whether the article gives a named person this office or trade.</summary>
    public bool IsHeld(int role) => _offices[_view.Document.Tokens[role].Form];

    /// <summary>Whether the article names anybody in full.</summary>
    public bool HasFullNames { get; private set; }

    /// <summary>The first full mention that ends in the same word: "Smith" is "John Smith".</summary>
    public TokenRange? FullName(int token) => _full[_view.Document.Tokens[token].Form] is { Count: > 1 } full ? full : null;

    static bool[] CommonWords(TokenView view)
    {
        var common = new bool[view.Document.Forms.Length];
        foreach (var token in view.Document.Tokens)
            common[token.Form] |= char.IsLower(view.Document.Text[token.Start]);
        return common;
    }

    /// <summary>Nearly every word capitalised: capitals tell nothing.</summary>
    bool IsHeadline(TokenRange sentence)
    {
        var (words, capitals) = (0, 0);
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (!_view.IsWord(token) || _view.Is(token, WordClass.Preposition | WordClass.Determiner | WordClass.Coordinator))
                continue;
            words++;
            capitals += _view.IsCapitalised(token) ? 1 : 0;
        }

        return words >= 4 && capitals * 4 >= words * 3;
    }

    void ReadRuns(TokenRange sentence)
    {
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (!_view.IsCapitalised(token))
                continue;
            var end = token + 1;
            while (end < sentence.End && _view.IsCapitalised(end))
                end++;
            ReadRun(sentence, token, end);
            token = end - 1;
        }
    }

    void ReadRun(TokenRange sentence, int first, int end)
    {
        var titled = false;
        for (var token = first; token < end - 1; token++)
        {
            if (_view.Is(token, WordClass.Title | WordClass.Role))
                (first, titled) = (Hold(token) + 1, true);
        }

        var thing = _view.IsMark(end, ',') && _view.Is(end + 1, "which");
        if (first == sentence.First && end - first == 1 && !titled && !thing)
            return;
        var last = _view.Document.Tokens[end - 1].Form;
        const WordClass Body = WordClass.BodyHead | WordClass.KnownBody;
        if (!titled && (thing || _view.Is(end - 1, Body) && !_view.Is(end, Body) && !IsNamesake(first, end)))
        {
            (thing || end - first > 1 || _view.Is(end - 1, WordClass.BodyHead) ? _body : _bare)[last] += 2;
            _bodyFirst[_view.Document.Tokens[first].Form] |= end - first > 1 && !titled;
            return;
        }

        var person = PersonEvidence(first, end, titled);
        if (person > 0)
        {
            _person[last] += person;
            if (end - first > 1 && _full[last].Count == 0)
                (_full[last], HasFullNames) = (new(first, end), true);
        }
        else if (_view.Is(first - 1, "the") && !_view.IsWord(end))
        {
            _body[last]++;
        }
    }

    /// <summary>"Peter Fox": a person who is called as a body is.</summary>
    bool IsNamesake(int first, int end) =>
        end - first == 2 && _view.Is(first, WordClass.GivenName) && !_view.Is(first, WordClass.KnownBody) && !_view.Is(end - 1, WordClass.BodyHead);

    int Hold(int role)
    {
        _offices[_view.Document.Tokens[role].Form] = true;
        return role;
    }

    int PersonEvidence(int first, int end, bool titled)
    {
        var evidence = titled ? 3 : 0;
        if (end - first > 1 && (_view.Is(first, WordClass.GivenName) || HasInitial(first, end)))
            evidence += 3;
        if (_view.Is(first - 1, WordClass.Role) && !_view.IsCapitalised(first - 1))
            evidence += Hold(first - 1) > 0 ? 2 : 0;
        if (end - first > 1 && _view.IsMark(end, '(') && IsParty(end + 1))
            evidence += 3;
        if (_view.IsMark(end, ',') && (_view.Is(end + 1, "who") || IsAge(end + 1) || IsRoleApposition(end + 1)))
            evidence += 2;
        return evidence;
    }

    /// <summary>"Laurence H. Tribe".</summary>
    bool HasInitial(int first, int end)
    {
        for (var token = first; token < end - 1; token++)
        {
            if (_view.Document.Raw(token) is [_, '.'])
                return true;
        }

        return false;
    }

    /// <summary>"(D-Ohio)".</summary>
    bool IsParty(int token) => _view.IsCapitalised(token) && _view.Document.Raw(token) is [_, '-', ..];

    bool IsAge(int token) =>
        token < _view.Count && _view.Document.Tokens[token] is { Kind: TokenKind.Number, Length: 2 } && _view.IsMark(token + 1, ',');

    bool IsRoleApposition(int token)
    {
        if (!_view.Is(token, WordClass.Determiner))
            return false;
        for (var i = token + 1; i < Math.Min(token + 6, _view.Count); i++)
        {
            if (_view.Is(i, WordClass.Role | WordClass.UnnamedHead) && !_view.IsCapitalised(i))
                return Hold(i) > 0;
            if (_view.Is(i, WordClass.Preposition) || !_view.IsWord(i))
                return false;
        }

        return false;
    }
}
