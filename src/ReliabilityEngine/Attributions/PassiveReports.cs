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
            if (Content(view, clauses, i, by) is [_, ..] content)
                found.TryAdd(by, clause.Cue, content);
        }
    }

    /// <summary>A raised subject belongs to the content: "[The mayor] is expected [to resign]".</summary>
    static TokenRange[] Content(TokenView view, ImmutableArray<ReportClause> clauses, int index, TokenRange? by)
    {
        var clause = clauses[index];
        var from = by?.End ?? clause.Cue.End;
        var within = from < view.Count && view.SentenceIndex(from) == view.SentenceIndex(clause.Cue.First);
        var complement = within ? Complements.After(view, from) : default;
        TokenRange[] subject = clause.Subject is { } raised && !view.Is(raised.First, "it") ? [raised] : [];
        return complement.Kind switch
        {
            ComplementKind.That => [new(complement.First, Complements.EndOf(view, clauses, index, complement.First))],
            ComplementKind.Infinitive => [.. subject, new(complement.First, Complements.EndOf(view, clauses, index, complement.First))],
            _ => by is null ? [] : subject,
        };
    }
}
