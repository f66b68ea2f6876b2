using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

enum ComplementKind : byte
{
    None,
    That,
    Quotation,
    Colon,
    Infinitive,

    /// <summary>A clause or phrase that follows without a word between.</summary>
    Bare,
}

/// <summary>How what is reported follows its verb.</summary>
/// <param name="First">The content's first token.</param>
readonly record struct Complement(ComplementKind Kind, int First);

/// <summary>Finds where a content that follows its verb begins and ends.</summary>
static class Complements
{
    /// <summary>In tokens; no content is longer, so that no text takes more than linear time.</summary>
    public const int Longest = 500;

    const int LongestAdjunct = 14;

    public static Complement After(TokenView view, int from)
    {
        var end = Math.Min(view.SentenceOf(from - 1).Tokens.End, from + LongestAdjunct);
        if (view.IsMark(from, ',') && AfterAside(view, from, end) is int that)
            return new(ComplementKind.That, that);
        for (var token = from; token < end; token++)
        {
            if (view.Is(token, "that") && !view.Is(token - 1, WordClass.Preposition))
                return new(ComplementKind.That, token);
            if (view.IsQuoted(token))
                return Quotation(view, from, token);
            if (view.IsMark(token, ':'))
                return new(ComplementKind.Colon, token + 1);
            if (token == from && IsInfinitive(view, token))
                return new(ComplementKind.Infinitive, token);
            if (Interrupts(view, from, token))
                break;
        }

        return Bare(view, from, view.SentenceOf(from - 1).Tokens.End);
    }

    static bool Interrupts(TokenView view, int from, int token) =>
        view.IsAnyMark(token, ".;") || view.Is(token, WordClass.Report) && token > from
        || view.Is(token, WordClass.Boundary & ~WordClass.Relative) && !view.Is(token, WordClass.Preposition);

    static bool IsInfinitive(TokenView view, int to) =>
        view.Is(to, "to") && !view.IsCapitalised(to + 1) && !view.Is(to + 1, WordClass.Determiner);

    /// <summary>"warned, as others had, that …".</summary>
    static int? AfterAside(TokenView view, int comma, int end)
    {
        for (var token = comma + 1; token + 1 < end; token++)
        {
            if (view.IsMark(token, ','))
                return view.Is(token + 1, "that") ? token + 1 : null;
        }

        return null;
    }

    /// <summary>A quotation right after the verb, or after a short adjunct, is what is said; one further on is a part of it.</summary>
    static Complement Quotation(TokenView view, int from, int quoted)
    {
        var quotation = view.Document.Quotations[view.QuotationIndex(quoted)];
        if (quotation.Tokens.First == from || view.IsMark(quoted - 1, ','))
            return new(ComplementKind.Quotation, quoted);
        return Bare(view, from, view.SentenceOf(from - 1).Tokens.End);
    }

    static Complement Bare(TokenView view, int from, int end)
    {
        var first = SkipAdjuncts(view, from);
        return first < end && !view.IsMark(first, '.') && !view.IsMark(first, ',')
            ? new(ComplementKind.Bare, first) : new(ComplementKind.None, first);
    }

    /// <summary>Passes over "on Monday", "Tuesday night", "in a statement", "again".</summary>
    public static int SkipAdjuncts(TokenView view, int from)
    {
        var token = from;
        while (view.Is(token, WordClass.Adverb | WordClass.Time)
            || view.Is(token, WordClass.Preposition) && view.Is(token + 1, WordClass.Time))
            token++;
        if (!view.Is(token, WordClass.Preposition))
            return token;
        for (var i = token + 1; i < Math.Min(token + 5, view.Count); i++)
        {
            if (view.Is(i, WordClass.DocumentHead) || view.Is(i, "interview") || view.Is(i, "reporters"))
                return i + 1;
        }

        return token;
    }

    /// <summary>The end of a content that begins here: the sentence's, without an unquoted full stop, or the next report's.</summary>
    public static int EndOf(TokenView view, ImmutableArray<ReportClause> clauses, int clause, int first)
    {
        if (first >= view.Count)
            return first;
        var limit = Math.Min(first + Longest, QuotedEnd(view, view.SentenceOf(first).Tokens.End));
        for (var i = clause + 1; i < clauses.Length && clauses[i].Cue.First < limit; i++)
        {
            if (clauses[i].Cue.First > first && NextReport(view, clauses, clause, i) is int next && next > first)
                return Trimmed(view, first, next);
        }

        limit = AccordingToBefore(view, first, limit);
        return Trimmed(view, first, StopsAtComma(view, clauses[clause]) ? CommaBefore(view, first, limit) : limit);
    }

    /// <summary>What an object or a relative clause holds ends with the phrase; the sentence goes on about something else.</summary>
    static bool StopsAtComma(TokenView view, ReportClause clause) =>
        clause.Frame is ReportFrame.Object or ReportFrame.Infinitive
        || clause.Subject is { Count: 1 } subject && view.Is(subject.First, WordClass.Relative);

    static int CommaBefore(TokenView view, int first, int limit)
    {
        for (var token = first + 1; token < limit; token++)
        {
            if (view.IsMark(token, ',') && !view.IsQuoted(token))
                return token;
        }

        return limit;
    }

    /// <summary>A sentence that ends inside a quotation goes on to the closing mark.</summary>
    static int QuotedEnd(TokenView view, int end)
    {
        var quotation = view.QuotationIndex(end - 1);
        return quotation < 0 ? end : Math.Max(end, view.Document.Quotations[quotation].Tokens.End);
    }

    static int? NextReport(TokenView view, ImmutableArray<ReportClause> clauses, int clause, int next)
    {
        var other = clauses[next];
        if (other.Form == VerbForm.Gerund)
            return view.IsMark(other.Cue.First - 1, ',') ? other.Cue.First : null;
        if (other.Inverted)
            return other.Cue.First;
        if (other.Subject == clauses[clause].Subject && view.Is(other.Cue.First - 1, WordClass.Coordinator))
            return other.Cue.First;
        return other.Subject is { } subject && FollowsComma(view, subject.First) ? subject.First : null;
    }

    static bool FollowsComma(TokenView view, int token) =>
        view.IsMark(token - 1, ',')
        || view.IsMark(token - 2, ',') && view.Is(token - 1, WordClass.Coordinator | WordClass.Subordinator);

    static int AccordingToBefore(TokenView view, int first, int limit)
    {
        for (var token = first + 1; token + 1 < limit; token++)
        {
            if (view.Is(token, "according") && view.Is(token + 1, "to"))
                return token;
        }

        return limit;
    }

    public static int Trimmed(TokenView view, int first, int end)
    {
        while (end > first && !view.IsQuoted(end - 1) && IsLoose(view, end - 1))
            end--;
        return end;
    }

    static bool IsLoose(TokenView view, int token) =>
        view.Is(token, WordClass.Coordinator)
        || view.Document.Tokens[token].Kind == TokenKind.Punctuation && !view.IsMark(token, ')');
}
