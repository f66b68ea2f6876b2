using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Reports in the writer's own words: with and without "that", before, after and around the clause.</summary>
static class IndirectSpeech
{
    public static void Find(TokenView view, ImmutableArray<ReportClause> clauses, Ascriptions found) =>
        Find(view, clauses, found, IsOpen);

    /// <summary>Only what somebody said, told, warned: verbs that are hardly ever anything else than a report.</summary>
    public static void FindOfSpeech(TokenView view, ImmutableArray<ReportClause> clauses, Ascriptions found) =>
        Find(view, clauses, found, (clause, taken) => IsOpen(clause, taken) && IsSpeech(view, clause));

    static bool IsSpeech(TokenView view, ReportClause clause)
    {
        var (verb, subject) = (view.Document.Form(clause.Cue.End - 1), clause.Subject!.Value);
        if (clause.Form == VerbForm.Finite && SpeechVerbs.IsPlain(verb))
            return !SpeechVerbs.TakesThings(verb) || IsClauseOrQuotation(view, clause);
        const WordClass Groups = WordClass.UnnamedHead | WordClass.CollectiveHead | WordClass.Indefinite;
        return SpeechVerbs.IsPlural(verb) && view.Is(SourcePhrase.Read(view, subject)?.Head ?? subject.First, Groups);
    }

    /// <summary>"She added that", ", he added", but not "the state added a week".</summary>
    static bool IsClauseOrQuotation(TokenView view, ReportClause clause) =>
        view.IsMark(clause.First - 1, ',') || clause.Cue.End < view.Count && Complements.After(view, clause.Cue.End).Kind != ComplementKind.Bare;

    static void Find(
        TokenView view, ImmutableArray<ReportClause> clauses, Ascriptions found, Func<ReportClause, Ascriptions, bool> isOpen)
    {
        for (var i = 0; i < clauses.Length; i++)
        {
            if (isOpen(clauses[i], found) && PutIn(view, clauses, i, found) is [var whole])
                found.TryAdd(clauses[i].Subject, clauses[i].Cue, whole);
        }

        for (var i = 0; i < clauses.Length; i++)
        {
            if (!isOpen(clauses[i], found))
                continue;
            if (PutIn(view, clauses, i, found) is [_, ..] pieces)
                found.TryAdd(clauses[i].Subject, clauses[i].Cue, pieces);
            else if (Following(view, clauses, i) is { } content)
                found.TryAdd(clauses[i].Subject, clauses[i].Cue, content);
        }
    }

    static bool IsOpen(ReportClause clause, Ascriptions found) =>
        clause.Form != VerbForm.Passive && clause.Subject is not null && !found.IsTaken(clause.Cue.First);

    /// <summary>"The plan, she said, would fail": what stands before the clause, and what goes on after it.</summary>
    static TokenRange[] PutIn(TokenView view, ImmutableArray<ReportClause> clauses, int index, Ascriptions found)
    {
        var clause = clauses[index];
        if (clause is not { Form: VerbForm.Finite, Frame: ReportFrame.Clause or ReportFrame.Quote } || !view.IsMark(clause.First - 1, ','))
            return [];
        var end = Complements.SkipAdjuncts(view, clause.End);
        var sentence = view.SentenceOf(clause.First).Tokens;
        var closed = end >= sentence.End || view.IsMark(end, '.') || view.IsMark(end, ';');
        if (!closed && !view.IsMark(end, ','))
            return [];
        var first = clause.First - 1;
        var floor = Math.Max(sentence.First, first - Complements.Longest);
        while (first > floor && !found.IsTaken(first - 1))
            first--;
        var before = new TokenRange(first, clause.First - 1);
        if (before.Count < 1 || before.Count < 4 && closed)
            return [];
        return closed ? [before] : [before, new(end + 1, Complements.EndOf(view, clauses, index, end + 1))];
    }

    static TokenRange? Following(TokenView view, ImmutableArray<ReportClause> clauses, int index)
    {
        var clause = clauses[index];
        if (clause.Inverted || clause.Cue.End >= view.Count)
            return null;
        var complement = Complements.After(view, clause.Cue.End);
        if (!Fits(view, clause, complement))
            return null;
        return new(complement.First, Complements.EndOf(view, clauses, index, complement.First));
    }

    static bool Fits(TokenView view, ReportClause clause, Complement complement) => complement.Kind switch
    {
        ComplementKind.That => clause.Frame != ReportFrame.Quote,
        ComplementKind.Infinitive => clause.Frame != ReportFrame.Quote,
        ComplementKind.Bare => clause.Frame switch
        {
            ReportFrame.Clause or ReportFrame.Object => StartsClause(view, complement.First),
            _ => false,
        },
        ComplementKind.Quotation or ComplementKind.Colon => true,
        _ => false,
    };

    static bool StartsClause(TokenView view, int token) =>
        view.Is(token, WordClass.Subject | WordClass.Determiner | WordClass.Indefinite | WordClass.Numeral | WordClass.Subordinator)
        || view.IsCapitalised(token) || view.IsWord(token) && !view.Is(token, WordClass.Preposition | WordClass.Coordinator);
}
