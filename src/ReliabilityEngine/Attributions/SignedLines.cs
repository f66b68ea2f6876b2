using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Lines that name who wrote the words before them: "— Ada Brook (@adabrook) April 17", "Dam likely to fail: Brook".</summary>
static class SignedLines
{
    const int LongestName = 5;
    const int LongestSignature = 16;

    /// <summary>In characters, as a short post may be.</summary>
    const int LongestPost = 300;

    public static void Find(TokenView view, ImmutableArray<ReportClause> clauses, Ascriptions found)
    {
        var paragraphs = view.Document.Paragraphs;
        var signed = -1;
        for (var i = 0; i < paragraphs.Length; i++)
        {
            if (Signature(view, paragraphs[i].Tokens) is { } name)
            {
                var posted = Posted(view, i, signed);
                if (posted.Count > 1)
                    found.TryAdd(name, new TokenRange(name.First - 1, name.First), posted);
                signed = i;
            }
            else if (Speaker(view, paragraphs[i].Tokens) is { } speaker)
            {
                found.TryAdd(speaker, new TokenRange(speaker.First - 1, speaker.First), new TokenRange(paragraphs[i].Tokens.First, speaker.First - 1));
            }
        }
    }

    /// <summary>The name of a line that is a dash and a name, with a handle and a date at most.</summary>
    static TokenRange? Signature(TokenView view, TokenRange line)
    {
        if (line.Count is < 2 or > LongestSignature || !view.IsMark(line.First, '—') && !view.IsMark(line.First, '–') && !view.Is(line.First, "--"))
            return null;
        var end = line.First + 1;
        while (end < line.End && !view.IsMark(end, '(') && !view.IsMark(end, ','))
            end++;
        if (view.IsMark(end, '('))
            return view.Document.Tokens[end + 1].Kind == TokenKind.Handle && end > line.First + 1 ? new(line.First + 1, end) : null;
        return end - line.First <= LongestName && AreCapitalised(view, line.First + 1, end) ? new(line.First + 1, end) : null;
    }

    /// <summary>What was written since the last signature, or, where that is too much for one post, the line before.</summary>
    static TokenRange Posted(TokenView view, int signature, int earlier)
    {
        var paragraphs = view.Document.Paragraphs;
        if (signature == 0 || earlier == signature - 1)
            return default;
        var (last, first) = (paragraphs[signature - 1].Tokens, paragraphs[earlier + 1].Tokens);
        var length = view.Document.SpanOf(new(first.First, last.End)).Length;
        return earlier >= 0 && length <= LongestPost ? new(first.First, last.End) : last;
    }

    /// <summary>The name after the colon that ends a headline.</summary>
    static TokenRange? Speaker(TokenView view, TokenRange line)
    {
        for (var token = line.End - 1; token > Math.Max(line.First + 3, line.End - 4); token--)
        {
            if (!view.IsMark(token, ':'))
                continue;
            var name = new TokenRange(token + 1, line.End);
            return name.Count > 0 && AreCapitalised(view, name.First, name.End) && !view.IsQuoted(line.First) ? name : null;
        }

        return null;
    }

    static bool AreCapitalised(TokenView view, int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (!view.IsCapitalised(token) && !(token > first && view.IsAnyMark(token, ".-")))
                return false;
        }

        return end > first;
    }
}
