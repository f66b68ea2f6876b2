using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>"It was reported by X that", "X is expected to": a source only where the text names one after "by".</summary>
static class PassiveReports
{
    public static void Find(TokenView view, ImmutableArray<ReportClause> clauses, Ascriptions found)
    {
        for (var i = 0; i < clauses.Length; i++)
        {
            var clause = clauses[i];
            if (clause.Form != VerbForm.Passive || found.IsTaken(clause.Cue.First))
                continue;
            var by = view.Is(clause.Cue.End, "by") ? NounPhrases.StartingAt(view, clause.Cue.End + 1) : null;
            if (Content(view, clauses, i, by) is { } content)
                found.TryAdd(by, clause.Cue, content);
        }
    }

    static TokenRange? Content(TokenView view, ImmutableArray<ReportClause> clauses, int index, TokenRange? by)
    {
        var clause = clauses[index];
        var from = by?.End ?? clause.Cue.End;
        if (from >= view.Count || view.SentenceIndex(from) != view.SentenceIndex(clause.Cue.First))
            return null;
        var complement = Complements.After(view, from);
        if (complement.Kind is ComplementKind.That or ComplementKind.Infinitive)
            return new(complement.First, Complements.EndOf(view, clauses, index, complement.First));
        return by is not null && clause.Subject is { } subject ? subject : null;
    }
}
