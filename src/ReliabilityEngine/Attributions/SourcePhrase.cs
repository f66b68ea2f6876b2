using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>A source's own words taken apart: its head noun, what determines it, and what is said of it after.</summary>
/// <param name="Core">The phrase up to and with its head, without what comes after.</param>
/// <param name="NameFirst">First token of the capitalised run that ends at the head; one past the head where there is none.</param>
readonly record struct SourcePhrase(TokenRange Whole, TokenRange Core, int Head, int NameFirst)
{
    public bool IsNamed => NameFirst <= Head;

    public TokenRange Name => new(NameFirst, Head + 1);

    public TokenRange Rest => new(Core.End, Whole.End);

    public static SourcePhrase? Read(TokenView view, TokenRange source)
    {
        var (first, end) = (source.First, source.End);
        while (first < end && !CanBegin(view, first, end))
            first++;
        while (end > first && !CanEnd(view, end - 1))
            end--;
        end = BeforeTime(view, first, end);
        if (first >= end)
            return null;
        var core = new TokenRange(first, CoreEnd(view, first, end));
        var head = LastNoun(view, core);
        return new(new(first, source.End), core, head, NameStart(view, core, head));
    }

    /// <summary>"the court this month": when it spoke is no part of who spoke.</summary>
    static int BeforeTime(TokenView view, int first, int end)
    {
        var bare = end;
        while (bare > first + 1 && view.Is(bare - 1, WordClass.Time))
            bare--;
        return bare < end && bare > first + 1 && view.Is(bare - 1, "this") ? bare - 1 : bare;
    }

    static bool CanEnd(TokenView view, int token) =>
        view.Document.Tokens[token].Kind is TokenKind.Word or TokenKind.Handle or TokenKind.Url or TokenKind.Number || view.IsMark(token, '%');

    static bool CanBegin(TokenView view, int token, int end)
    {
        if (view.Document.Tokens[token].Kind is TokenKind.Punctuation or TokenKind.QuotationMark or TokenKind.Symbol)
            return false;
        if (token + 1 >= end)
            return true;
        return !view.Is(token, WordClass.Preposition | WordClass.Coordinator | WordClass.Adverb)
            || view.Is(token, WordClass.Determiner | WordClass.Indefinite);
    }

    static int CoreEnd(TokenView view, int first, int end)
    {
        for (var token = first + 1; token < end; token++)
        {
            if (view.Is(token, "of") && IsPartitive(view, first, token))
                continue;
            if (EndsCore(view, first, token, end))
                return token;
        }

        return end;
    }

    /// <summary>"one of", "a number of", "most of": what counts is what they are a part of.</summary>
    public static bool IsPartitive(TokenView view, int first, int of) =>
        view.Is(of - 1, WordClass.Indefinite | WordClass.Numeral) || view.IsMark(of - 1, '%')
        || of - first <= 3 && view.Document.Form(of - 1) is "number" or "group" or "groups" or "couple" or "handful" or "majority"
            or "minority" or "chorus" or "series" or "coalition" or "crowd" or "host" or "array" or "team" or "plurality" or "third"
            or "quarter" or "lot" or "list";

    static bool EndsCore(TokenView view, int first, int token, int end)
    {
        if (view.Is(token, WordClass.Preposition))
            return !(view.Is(token, "of") && (JoinsName(view, token, end) || LeadsToPerson(view, token, end)));
        const WordClass Enders = WordClass.Relative | WordClass.Auxiliary | WordClass.Subject | WordClass.OtherVerb;
        if (view.Is(token, Enders) && !view.Is(token - 1, WordClass.Determiner))
            return !view.Is(token, WordClass.Determiner) || view.Is(token, WordClass.Possessive);
        if (view.Is(token, WordClass.Coordinator))
            return !JoinsBody(view, token, end) && !JoinsAdjectives(view, first, token, end);
        if (view.IsWord(token))
            return IsParticiple(view, first, token) || IsVerbAfterHead(view, token);
        if (view.Document.Tokens[token].Kind == TokenKind.Clitic)
            return !view.IsPossessive(token);
        if (view.IsQuotationMark(token))
            return view.Is(token - 1, SourceLexicons.Heads) || view.IsCapitalised(token - 1);
        return view.Document.Tokens[token].Kind == TokenKind.Punctuation && !view.IsMark(token, '/');
    }

    static bool IsVerbAfterHead(TokenView view, int token) =>
        view.Is(token - 1, SourceLexicons.Heads) && view.Is(token, WordClass.Adverb | WordClass.Report)
        && !view.Is(token, SourceLexicons.Heads) && !view.IsCapitalised(token);

    /// <summary>"Bank of America", "Department of Justice".</summary>
    static bool JoinsName(TokenView view, int of, int end) =>
        of + 1 < end && view.IsCapitalised(of - 1) && view.IsCapitalised(of + 1)
        && !view.Is(of - 1, SourceLexicons.Heads & ~WordClass.KnownBody)
        && !view.Is(of - 2, WordClass.Title | WordClass.GivenName) && !view.Is(of - 3, WordClass.Title | WordClass.GivenName);

    /// <summary>"Bank of Ardania governor Ada Quill": the body only says of what.</summary>
    static bool LeadsToPerson(TokenView view, int of, int end)
    {
        var role = of + 1;
        while (role < end && view.IsCapitalised(role))
            role++;
        return role > of + 1 && role + 1 < end && view.Is(role, WordClass.Role) && view.IsCapitalised(role + 1);
    }

    /// <summary>"the House Oversight and Government Reform Committee": one name, though "and" stands in it.</summary>
    static bool JoinsBody(TokenView view, int and, int end)
    {
        for (var token = and + 1; token < Math.Min(end, and + 5); token++)
        {
            if (!view.IsCapitalised(token))
                return false;
            if (view.Is(token, WordClass.BodyHead))
                return !view.Is(and - 1, WordClass.BodyHead | WordClass.KnownBody);
        }

        return false;
    }

    /// <summary>"federal and state officials": "and" joins what stands before one head.</summary>
    static bool JoinsAdjectives(TokenView view, int first, int and, int end)
    {
        if (view.Is(first, WordClass.Determiner) || view.EndsIn(and - 1, "s") || view.IsCapitalised(and - 1) && view.IsCapitalised(and + 1))
            return false;
        for (var token = and + 1; token < Math.Min(end, and + 4) && view.IsWord(token) && !view.Is(token, WordClass.Determiner); token++)
        {
            if (view.Is(token, SourceLexicons.Heads) && !view.IsCapitalised(token))
                return true;
        }

        return false;
    }

    /// <summary>"a poll conducted in May", "people briefed on it": a participle after a noun begins what is said of it.</summary>
    static bool IsParticiple(TokenView view, int first, int token) =>
        token > first && !view.IsCapitalised(token) && view.IsWord(token - 1)
        && !view.Is(token - 1, WordClass.Determiner | WordClass.Preposition | WordClass.Adverb | WordClass.Numeral)
        && (view.Is(token - 1, SourceLexicons.Heads) || view.IsCapitalised(token - 1))
        && !view.Is(token, SourceLexicons.Heads) && !view.Is(token + 1, SourceLexicons.Heads)
        && (view.EndsIn(token, "ed") || view.EndsIn(token, "ing")
            || view.Document.Form(token) is "familiar" or "close" or "involved" or "known" or "seen" or "led");

    static int LastNoun(TokenView view, TokenRange core)
    {
        for (var token = core.End - 1; token > core.First; token--)
        {
            if (view.Document.Tokens[token].Kind is not (TokenKind.Punctuation or TokenKind.QuotationMark) && !view.Is(token, WordClass.Time))
                return token;
        }

        return core.First;
    }

    static int NameStart(TokenView view, TokenRange core, int head)
    {
        var first = head + 1;
        while (first > core.First && (view.IsCapitalised(first - 1) || IsInsideName(view, first - 1, first <= head)))
            first--;
        while (first <= head && (!view.IsCapitalised(first) || view.Is(first, WordClass.Determiner)))
            first++;
        return first;
    }

    static bool IsInsideName(TokenView view, int token, bool started) =>
        started && (view.IsAnyMark(token, "&-")
            || view.Is(token, "of") && view.IsCapitalised(token - 1) && !view.Is(token - 1, WordClass.BodyHead | WordClass.Role)
            || view.Document.Form(token) is "de" or "la" or "van" or "von" or "der" or "den" or "bin" or "al" or "el" or "di" or "da" or "del");
}
