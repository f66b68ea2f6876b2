using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Quotations beside their report clause: before it, after it, and on both sides.</summary>
static class DirectQuotes
{
    public static void Find(TokenView view, ImmutableArray<ReportClause> clauses, Ascriptions found)
    {
        for (var i = 0; i < clauses.Length; i++)
        {
            if (clauses[i].Form is VerbForm.Passive or VerbForm.Infinitive || found.IsTaken(clauses[i].Cue.First))
                continue;
            if (Before(view, clauses[i], found) is { } before)
                found.TryAdd(clauses[i].Subject, clauses[i].Cue, before, Continued(view, clauses, i));
            else if (After(view, clauses, i) is { } after)
                found.TryAdd(clauses[i].Subject, clauses[i].Cue, after);
        }
    }

    /// <summary>"…," he said: the quotation that closes where the clause begins, with what of its sentence stands before it.</summary>
    static TokenRange? Before(TokenView view, ReportClause clause, Ascriptions found)
    {
        if (clause.Form == VerbForm.Gerund)
            return null;
        var last = view.IsMark(clause.First - 1, ',') ? clause.First - 2 : clause.First - 1;
        if (view.QuotationIndex(last) is var index && index < 0)
            return null;
        var quotation = view.Document.Quotations[index].Tokens;
        if (quotation.End != last + 1 || view.SentenceIndex(last) != view.SentenceIndex(clause.First))
            return null;
        if (last == clause.First - 1 && !ClosesWithStop(view, last))
            return null;
        var first = Math.Min(quotation.First, view.SentenceOf(quotation.First).Tokens.First);
        for (var token = quotation.First - 1; token >= first; token--)
        {
            if (found.IsTaken(token) || view.IsMark(token, ':'))
                return new(quotation.First, quotation.End);
        }

        return new(first, quotation.End);
    }

    static bool ClosesWithStop(TokenView view, int mark) =>
        view.IsAnyMark(mark - 1, ",?!.—…") || view.Is(mark - 1, "...") || view.IsQuotationMark(mark - 1);

    /// <summary>"…," he said, "…": the rest of the sentence where the clause is only put in.</summary>
    static TokenRange Continued(TokenView view, ImmutableArray<ReportClause> clauses, int index)
    {
        var end = Complements.SkipAdjuncts(view, clauses[index].End);
        if (view.IsMark(end, ',') && view.IsQuoted(end + 1))
            return new(end + 1, Complements.EndOf(view, clauses, index, end + 1));
        return new(end, end);
    }

    static TokenRange? After(TokenView view, ImmutableArray<ReportClause> clauses, int index)
    {
        var clause = clauses[index];
        if (clause.Inverted || clause.Subject is null)
            return null;
        var complement = Complements.After(view, clause.Cue.End);
        if (complement.Kind is not (ComplementKind.Quotation or ComplementKind.Colon) || !view.IsQuoted(complement.First))
            return null;
        return new(complement.First, Complements.EndOf(view, clauses, index, complement.First));
    }
}
