using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Finds the noun phrase beside a verb by the words at which one ends.</summary>
static class NounPhrases
{
    const int Longest = 24;
    const int LongestAside = 40;

    /// <summary>The phrase whose last token this is, appositions and relative clauses included.</summary>
    public static TokenRange? EndingAt(TokenView view, int last)
    {
        var floor = last >= 0 ? Floor(view, last) : 0;
        last = BeforeAdverbs(view, floor, last);
        if (last < floor)
            return null;
        if (view.IsMark(last, ','))
            return BeforeAside(view, floor, last);
        if (view.IsMark(last, ')') && Opening(view, floor, last) is int open)
            return EndingAt(view, open - 1) is { } named ? new(named.First, last + 1) : null;
        return Plain(view, floor, last);
    }

    /// <summary>Passes over "on Monday" and "later", but not over the end of "a poll released last week".</summary>
    static int BeforeAdverbs(TokenView view, int floor, int last)
    {
        var bare = last;
        while (bare >= floor && (IsTime(view, bare) || view.Is(bare, WordClass.Adverb)))
            bare = view.Is(bare - 1, "on") ? bare - 2 : bare - 1;
        return bare >= floor && view.EndsIn(bare, "ed") ? last : bare;
    }

    /// <summary>The phrase that begins here, up to what no longer describes it.</summary>
    public static TokenRange? StartingAt(TokenView view, int first)
    {
        if (first >= view.Count)
            return null;
        var end = first;
        var ceiling = Math.Min(view.SentenceOf(first).Tokens.End, first + LongestAside);
        while (end < ceiling && !EndsBefore(view, first, end))
            end++;
        while (end > first && (view.IsMark(end - 1, ',') || view.IsMark(end - 1, '.') && view.Document.Tokens[end - 1].Length == 1))
            end--;
        return end > first && Starts(view, first) ? new(first, end) : null;
    }

    static bool Starts(TokenView view, int token) =>
        view.IsCapitalised(token) || view.Is(token, WordClass.Determiner | WordClass.Indefinite | WordClass.Subject | WordClass.Numeral)
        || view.Is(token, SourceLexicons.Heads) || view.Is(token + 1, SourceLexicons.Heads);

    static bool EndsBefore(TokenView view, int first, int token)
    {
        if (view.IsQuotationMark(token) || view.IsMark(token, ';') || view.IsMark(token, ':') || IsDash(view, token))
            return true;
        if (view.IsMark(token, ','))
            return view.IsQuotationMark(token + 1) || BeginsNewClause(view, token + 1);
        if (token == first)
            return false;
        return view.Is(first, WordClass.Subject) || view.Is(token, "that") || view.Is(token, "for") && view.EndsIn(token + 1, "ing") || IsTime(view, token) || IsAdjunct(view, token);
    }

    /// <summary>"June" is no time in "June Abara".</summary>
    static bool IsTime(TokenView view, int token) =>
        view.Is(token, WordClass.Time)
        && !(view.IsCapitalised(token) && view.IsCapitalised(token + 1) && !view.Is(token + 1, WordClass.Time));

    static bool BeginsNewClause(TokenView view, int token) =>
        view.Is(token, WordClass.Coordinator) || view.Is(token, WordClass.Subordinator) && !view.Is(token, WordClass.Relative)
        || view.Is(token, WordClass.Report | WordClass.Auxiliary | WordClass.OtherVerb)
            && !view.Is(token, SourceLexicons.Heads) && !view.IsCapitalised(token)
        || view.Is(token, WordClass.Relative) && view.Is(token + 1, WordClass.Report)
        || view.Is(token, WordClass.Preposition) && IsAdjunct(view, token);

    /// <summary>"on Monday", "in an interview", "during a speech": where and when it was said.</summary>
    static bool IsAdjunct(TokenView view, int token)
    {
        if (!view.Is(token, WordClass.Preposition) || view.Is(token, "of") || view.Is(token, "for"))
            return false;
        for (var i = token + 1; i < Math.Min(token + 5, view.Count); i++)
        {
            if (view.Is(i, WordClass.Time | WordClass.DocumentHead) || view.Is(i, "interview") || view.Is(i, "reporters"))
                return true;
            if (view.Is(i, WordClass.Preposition) || view.IsMark(i, ','))
                return false;
        }

        return false;
    }

    static TokenRange? BeforeAside(TokenView view, int floor, int close)
    {
        for (var open = close - 1; open > floor && close - open < LongestAside; open--)
        {
            if (view.IsQuotationMark(open))
                return null;
            if (!view.IsMark(open, ','))
                continue;
            var named = view.IsMark(open - 1, ')') ? EndingAt(view, open - 1) : Plain(view, floor, open - 1);
            if (named is not { } phrase)
                return null;
            return Describes(view, open + 1) ? new(Described(view, floor, phrase.First), close + 1) : phrase;
        }

        return null;
    }

    /// <summary>"Ida Brandt, the head of the bank, which …": the noun before the aside describes a name itself.</summary>
    static int Described(TokenView view, int floor, int first) =>
        view.Is(first, WordClass.Determiner) && view.IsMark(first - 1, ',') && first - 2 >= floor && view.IsCapitalised(first - 2)
            && Plain(view, floor, first - 2) is { } name ? name.First : first;

    static bool Describes(TokenView view, int token) =>
        view.Is(token, WordClass.Determiner | WordClass.Relative | WordClass.Numeral | WordClass.Indefinite)
        || view.IsCapitalised(token) || view.Is(token, SourceLexicons.Heads) || view.Is(token + 1, SourceLexicons.Heads)
        || view.Is(token, "including");

    static TokenRange? Plain(TokenView view, int floor, int last)
    {
        if (view.Is(last, WordClass.Subject | WordClass.Relative))
            return new(last, last + 1);
        var first = last + 1;
        while (first > floor && last - first < Longest && Extends(view, first - 1, last))
            first--;
        first = Relativised(view, floor, first) ?? first;
        while (first <= last && view.Is(first, WordClass.Preposition | WordClass.Coordinator | WordClass.Adverb | WordClass.Time)
            && !view.Is(first, WordClass.Determiner | WordClass.Indefinite))
            first++;
        return first <= last && HasHead(view, first, last) ? new(first, last + 1) : null;
    }

    static bool HasHead(TokenView view, int first, int last)
    {
        for (var token = first; token <= last; token++)
        {
            if (view.IsWord(token) && (!view.Is(token, WordClass.Determiner) || view.Is(token, WordClass.Indefinite))
                || view.Document.Tokens[token].Kind is TokenKind.Handle)
                return true;
        }

        return false;
    }

    static bool Extends(TokenView view, int token, int last)
    {
        if (view.Is(token, WordClass.Coordinator))
            return token < last && Joins(view, token);
        if (view.Is(token, WordClass.Subordinator) && view.Is(token, WordClass.Preposition))
            return false;
        if (view.Is(token, "that") || view.Is(token, WordClass.Boundary) && !view.Is(token, WordClass.Determiner | WordClass.Preposition))
            return false;
        if (view.Is(token, WordClass.Basis))
            return true;
        if (view.Is(token, WordClass.Report) && !view.IsCapitalised(token) && !view.Is(token - 1, WordClass.Determiner | WordClass.Preposition))
            return false;
        return view.Document.Tokens[token].Kind switch
        {
            TokenKind.Word or TokenKind.Number or TokenKind.Handle => true,
            TokenKind.Clitic => view.IsPossessive(token),
            TokenKind.Punctuation => view.IsAnyMark(token, "()/'"),
            TokenKind.Symbol => view.IsAnyMark(token, "&%"),
            _ => false,
        };
    }

    static bool Joins(TokenView view, int coordinator) =>
        !view.Is(coordinator, "but") && !view.IsMark(coordinator - 1, ',') && view.IsWord(coordinator - 1)
        && (view.IsCapitalised(coordinator - 1) == view.IsCapitalised(coordinator + 1) || view.Is(coordinator + 1, WordClass.Determiner));

    /// <summary>"the man who lives in Ohio [said]": where the walk stopped in a relative clause, its noun.</summary>
    static int? Relativised(TokenView view, int floor, int first)
    {
        if (!view.Is(first - 1, WordClass.Auxiliary | WordClass.OtherVerb) && !view.Is(first - 1, "who") && !view.Is(first - 1, "which"))
            return null;
        for (var token = first - 1; token > floor && first - token < 8; token--)
        {
            if (view.IsMark(token, ',') || view.IsQuotationMark(token) || view.Is(token, WordClass.Report))
                return null;
            if (view.Is(token, "who") || view.Is(token, "which"))
                return Plain(view, floor, token - 1)?.First;
        }

        return null;
    }

    static int Floor(TokenView view, int token)
    {
        var floor = Math.Max(view.SentenceOf(token).Tokens.First, token - Longest - LongestAside);
        for (var i = token; i >= floor; i--)
        {
            if (view.IsQuoted(i) || view.IsMark(i, ':') || view.IsMark(i, ';') || IsDash(view, i))
                return i + 1;
        }

        return floor;
    }

    static bool IsDash(TokenView view, int token) =>
        view.IsMark(token, '—') || view.IsMark(token, '–') || view.IsMark(token, '-') || view.Is(token, "--");

    static int? Opening(TokenView view, int floor, int close)
    {
        for (var i = close - 1; i >= floor; i--)
        {
            if (view.IsMark(i, '('))
                return i > floor ? i : null;
        }

        return null;
    }
}
