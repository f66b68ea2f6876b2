using System.Runtime.InteropServices;

namespace ReliabilityEngine.Text;

/// <summary>Pairs the quotation marks of a text; a mark without a partner is given up at its paragraph's end.</summary>
sealed class QuotationFinder
{
    readonly string _text;
    readonly Token[] _tokens;
    readonly MarkDirection[] _roles;
    readonly List<Opening> _open = [];
    readonly List<TokenRange> _pairs = [];
    readonly int[] _openByStyle = new int[Enum.GetValues<QuotationStyle>().Length];

    QuotationFinder(string text, Token[] tokens)
    {
        (_text, _tokens) = (text, tokens);
        _roles = new MarkDirection[tokens.Length];
    }

    readonly record struct Opening(int Token, QuotationStyle Style);

    /// <summary>The quotations as token ranges with their marks, by start, and each token's role as a mark.</summary>
    public static (TokenRange[] Pairs, MarkDirection[] Roles) Find(
        string text, Token[] tokens, ReadOnlySpan<TokenRange> paragraphs)
    {
        var finder = new QuotationFinder(text, tokens);
        foreach (var paragraph in paragraphs)
            finder.Read(paragraph);
        finder.GiveUp(0);
        var pairs = finder._pairs.ToArray();
        Array.Sort(pairs, static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
        return (pairs, finder._roles);
    }

    void Read(TokenRange paragraph)
    {
        var first = GoOn(paragraph);
        var possessives = PossessiveMarks.In(_text, _tokens, paragraph);
        for (var i = first; i < paragraph.End; i++)
        {
            if (_tokens[i].Kind != TokenKind.QuotationMark)
                continue;
            var end = RunEnd(i, paragraph.End);
            var flank = Mark.Flank(_text, _tokens[i].Start, _tokens[end - 1].End);
            for (; i < end; i++)
                Take(i, flank, possessives);
            i--;
        }
    }

    /// <summary>
    /// A speech that runs over paragraphs opens each of them anew: takes the marks that do so, gives up what is not opened
    /// again, and returns the first token after them.
    /// </summary>
    int GoOn(TokenRange paragraph)
    {
        var i = paragraph.First;
        var kept = 0;
        while (kept < _open.Count && i < paragraph.End && _tokens[i].Kind == TokenKind.QuotationMark
            && Mark.Of(_text, _tokens[i]) is var mark && mark.Direction != MarkDirection.Close
            && mark.Style == _open[kept].Style && !Characters.IsBlankOrEnd(_text, _tokens[i].End))
        {
            _roles[i++] = MarkDirection.Open;
            kept++;
        }

        GiveUp(kept);
        return i;
    }

    void Take(int i, MarkDirection flank, HashSet<int>? possessives)
    {
        var mark = Mark.Of(_text, _tokens[i]);
        switch (Direction(i, mark, flank))
        {
            case MarkDirection.Open:
                Open(i, mark.Style);
                break;
            case MarkDirection.Close when possessives?.Contains(i) != true:
                Close(i, mark.Style);
                break;
        }
    }

    MarkDirection Direction(int i, Mark mark, MarkDirection flank)
    {
        if (mark is { Style: QuotationStyle.Guillemets } && _openByStyle[(int)QuotationStyle.InvertedGuillemets] > 0)
            return MarkDirection.Close;
        if (IsLowCloser(i))
            return MarkDirection.Close;
        if (mark.Style == QuotationStyle.Single)
            return SingleDirection(i, mark, flank);
        var isOpen = _openByStyle[(int)mark.Style] > 0;
        if (mark.Direction == MarkDirection.Open)
            return isOpen && flank == MarkDirection.Close ? MarkDirection.Close : MarkDirection.Open;
        if (mark.Direction == MarkDirection.Close)
            return isOpen || flank != MarkDirection.Open ? MarkDirection.Close : MarkDirection.Open;
        return flank != MarkDirection.Either ? flank : isOpen ? MarkDirection.Close : MarkDirection.Open;
    }

    /// <summary>In „low-high“ quotations the mark that opens elsewhere closes.</summary>
    bool IsLowCloser(int i) => _text[_tokens[i].Start] switch
    {
        '\u201C' => _open.Count > 0 && _open[^1].Style == QuotationStyle.LowDouble,
        '\u2018' => _open.Count > 0 && _open[^1].Style == QuotationStyle.LowSingle,
        _ => false,
    };

    MarkDirection SingleDirection(int i, Mark mark, MarkDirection flank)
    {
        if (mark.Direction == MarkDirection.Close || flank == MarkDirection.Close)
            return MarkDirection.Close;
        if (flank == MarkDirection.Open)
            return MarkDirection.Open;
        return _openByStyle[(int)QuotationStyle.Single] > 0 ? MarkDirection.Close
            : mark.Direction == MarkDirection.Open ? MarkDirection.Open
            : MarkDirection.Either;
    }

    void Open(int i, QuotationStyle style)
    {
        // A straight mark that opens while one stands open shows that the earlier one was odd.
        if (_open.Count > 0 && _open[^1].Style == style && _text[_tokens[i].Start] == _text[_tokens[_open[^1].Token].Start]
            && Mark.Of(_text, _tokens[i]).Direction == MarkDirection.Either)
        {
            GiveUp(_open.Count - 1);
        }

        if (style == QuotationStyle.Guillemets && _text[_tokens[i].Start] == '\u00BB')
            style = QuotationStyle.InvertedGuillemets;
        _open.Add(new(i, style));
        _openByStyle[(int)style]++;
    }

    void Close(int i, QuotationStyle style)
    {
        style = Closing(i, style);
        if (_openByStyle[(int)style] == 0)
            return;
        var partner = _open.Count - 1;
        while (_open[partner].Style != style)
            partner--;
        var opening = _open[partner].Token;
        GiveUp(partner);
        if (opening + 1 == i)
            return;
        _roles[opening] = MarkDirection.Open;
        _roles[i] = MarkDirection.Close;
        _pairs.Add(new(opening, i + 1));
    }

    QuotationStyle Closing(int i, QuotationStyle style)
    {
        var low = style == QuotationStyle.Single ? QuotationStyle.LowSingle : QuotationStyle.LowDouble;
        if (style is QuotationStyle.Single or QuotationStyle.Double && _open.Count > 0 && _open[^1].Style == low)
            return low;
        return style == QuotationStyle.Guillemets && _text[_tokens[i].Start] == '\u00AB'
            ? QuotationStyle.InvertedGuillemets
            : style;
    }

    void GiveUp(int from)
    {
        for (var i = from; i < _open.Count; i++)
            _openByStyle[(int)_open[i].Style]--;
        CollectionsMarshal.SetCount(_open, from);
    }

    int RunEnd(int i, int limit)
    {
        i++;
        while (i < limit && _tokens[i].Kind == TokenKind.QuotationMark && _tokens[i].Start == _tokens[i - 1].End)
            i++;
        return i;
    }
}
