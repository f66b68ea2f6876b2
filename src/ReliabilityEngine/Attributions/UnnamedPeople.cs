using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>"two officials briefed on the talks who asked not to be named because …": unnamed people with all that is said of them.</summary>
static class UnnamedPeople
{
    const int LongestDescription = 30;

    /// <summary>Further on no description begins.</summary>
    const int Near = 6;

    /// <summary>The people whose description ends right before a verb, though it holds verbs of its own.</summary>
    public static TokenRange? Before(TokenView view, int verb)
    {
        var floor = Math.Max(view.SentenceOf(verb).Tokens.First, verb - LongestDescription);
        var described = false;
        for (var token = verb - 1; token >= floor; token--)
        {
            if (view.IsQuoted(token) || view.IsAnyMark(token, ",;:")
                || view.Is(token, WordClass.Report) && !view.Is(token, WordClass.Basis))
                return null;
            described |= view.Is(token, WordClass.Basis);
            if (described && view.Is(token, WordClass.UnnamedHead) && !view.Is(token, WordClass.Basis) && IsDescribed(view, token))
                return NounPhrases.EndingAt(view, token) is { } people ? new(people.First, verb) : null;
        }

        return null;
    }

    /// <summary>Sources that the taggers cut before their description take it back.</summary>
    public static void Describe(TokenView view, Ascriptions found)
    {
        for (var i = 0; i < found.Found.Count; i++)
        {
            if (found.Found[i] is not { Source: { } source } ascription || !view.Is(source.End - 1, WordClass.UnnamedHead)
                || view.Is(source.End - 1, WordClass.Basis) || !IsDescribed(view, source.End - 1))
                continue;
            var end = DescriptionEnd(view, source.End, ascription.Cue is { } cue && cue.First >= source.End ? cue.First : int.MaxValue);
            if (end > source.End && !found.OthersHold(i, new(source.End, end)))
                found.Describe(i, new(source.First, end));
        }
    }

    /// <summary>How they know, or why they are not named, stands right after them.</summary>
    static bool IsDescribed(TokenView view, int head)
    {
        var next = view.IsMark(head + 1, ',') ? head + 2 : head + 1;
        if (view.Is(next, WordClass.Basis))
            return true;
        if (!view.Is(next, "who") || head + 1 != next)
            return false;
        for (var token = next + 1; token < next + Near && !view.IsMark(token, ','); token++)
        {
            if (view.Is(token, WordClass.Basis))
                return true;
        }

        return false;
    }

    static int DescriptionEnd(TokenView view, int first, int cue)
    {
        if (view.IsMark(first, ','))
            return first;
        var limit = Math.Min(Math.Min(cue, first + LongestDescription), view.SentenceOf(first).Tokens.End);
        var end = first;
        while (end < limit && IsRunning(view, end))
            end++;
        return end;
    }

    static bool IsRunning(TokenView view, int token) =>
        view.Document.Tokens[token].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Clitic
        && !(view.Is(token, WordClass.Report) && !view.Is(token, WordClass.Basis));
}
