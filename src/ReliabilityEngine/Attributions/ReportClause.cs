using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>What a verb of reporting governs.</summary>
enum ReportFrame : byte
{
    /// <summary>A clause or a quotation.</summary>
    Clause,

    /// <summary>A quotation only.</summary>
    Quote,

    /// <summary>What or whom it is about, or a quotation.</summary>
    Object,

    /// <summary>What somebody means to do.</summary>
    Infinitive,
}

enum VerbForm : byte
{
    Finite,
    Gerund,
    Infinitive,
    Passive,
}

/// <summary>A verb of reporting with who does it: what the passes start from.</summary>
/// <param name="Cue">The verb with its auxiliaries.</param>
/// <param name="Inverted">The subject follows the verb, as in "said Smith".</param>
readonly record struct ReportClause(TokenRange? Subject, TokenRange Cue, VerbForm Form, ReportFrame Frame, bool Inverted)
{
    /// <summary>The first token of the clause itself, without what is reported.</summary>
    public int First => Subject is { } subject ? Math.Min(subject.First, Cue.First) : Cue.First;

    public int End => Subject is { } subject ? Math.Max(subject.End, Cue.End) : Cue.End;
}

/// <summary>Reads the report clauses of a document, by position; those inside quotations are the speakers' own.</summary>
static class ReportClauses
{
    public static ImmutableArray<ReportClause> Read(TokenView view)
    {
        var clauses = ImmutableArray.CreateBuilder<ReportClause>();
        foreach (var verb in view.Verbs)
        {
            if (view.IsQuoted(verb.Tokens.First) || view.Is(verb.Tokens.First, WordClass.Basis) || IsPartOfName(view, verb.Tokens.First))
                continue;
            if (Read(view, Inner(view, verb.Tokens), SourceLexicons.FrameOf(verb), clauses) is { } clause)
                clauses.Add(Beside(clauses, clause));
        }

        return clauses.ToImmutable();
    }

    /// <summary>A capital within a sentence that ends with a full stop, unlike in a headline.</summary>
    static bool IsPartOfName(TokenView view, int verb) =>
        view.IsCapitalised(verb) && view.SentenceOf(verb).Tokens is var sentence && sentence.First != verb
        && view.IsMark(sentence.End - 1, '.') && !view.IsQuotationMark(verb - 1);

    /// <summary>The verb of "is expected to": what stands around it is read from the text.</summary>
    static TokenRange Inner(TokenView view, TokenRange verb)
    {
        var (first, end) = (verb.First, verb.End);
        while (first < end - 1 && view.Is(first, WordClass.Auxiliary))
            first++;
        return new(first, end - 1 > first && view.Is(end - 1, "to") ? end - 1 : end);
    }

    /// <summary>A subject whose relative clause is a report of its own ends before it.</summary>
    static ReportClause Beside(ImmutableArray<ReportClause>.Builder earlier, ReportClause clause)
    {
        if (earlier.Count == 0 || clause.Subject is not { } subject || earlier[^1] is not { Subject: { } relative } before
            || !subject.Contains(before.Cue) || relative.First <= subject.First)
            return clause;
        return clause with { Subject = new(subject.First, Math.Max(subject.First + 1, relative.First - 1)) };
    }

    static ReportClause? Read(TokenView view, TokenRange verb, ReportFrame frame, ImmutableArray<ReportClause>.Builder earlier)
    {
        var first = GroupStart(view, verb.First);
        var form = FormOf(view, first, verb.First);
        if (IsNoun(view, first, verb, form))
            return null;
        var cue = new TokenRange(first, verb.End);
        var inverts = form == VerbForm.Finite && frame is ReportFrame.Clause or ReportFrame.Quote && !view.Is(verb.First, "told");
        if (inverts && view.IsQuotationMark(verb.First - 1) && NounPhrases.StartingAt(view, verb.End) is { } speaker)
            return new(speaker, cue, form, frame, Inverted: true);
        var subject = form is VerbForm.Gerund or VerbForm.Infinitive ? null
            : UnnamedPeople.Before(view, first) ?? NounPhrases.EndingAt(view, first - 1);
        if (inverts && InvertedSubject(view, verb) is { } after && (subject is not { } before || EndsBeforeComma(view, before, after)))
            return new(after, cue, form, frame, Inverted: true);
        subject ??= form == VerbForm.Passive ? null : ContactSubject(view, first, earlier) ?? SharedSubject(view, first, earlier);
        return subject is null && form == VerbForm.Finite ? null : new(subject, cue, form, frame, Inverted: false);
    }

    /// <summary>"The talks broke down, said one source": before the comma stands no subject, and after the verb no clause.</summary>
    static bool EndsBeforeComma(TokenView view, TokenRange before, TokenRange after)
    {
        if (!view.Is(after.First - 1, "said") || before.End >= after.First - 1)
            return false;
        for (var token = after.First; token < after.End && !view.Is(token, WordClass.Relative); token++)
        {
            if (view.Is(token, WordClass.Auxiliary | WordClass.OtherVerb))
                return false;
        }

        return true;
    }

    /// <summary>The first auxiliary or adverb of the group that the verb ends.</summary>
    static int GroupStart(TokenView view, int verb)
    {
        var first = verb;
        var floor = Math.Max(view.SentenceOf(verb).Tokens.First, verb - 6);
        for (var i = verb - 1; i >= floor; i--)
        {
            if (view.Is(i, WordClass.Subject))
                break;
            if (view.Is(i, WordClass.Auxiliary))
                first = i;
            else if (!view.Is(i, WordClass.Adverb))
                break;
        }

        return first;
    }

    static VerbForm FormOf(TokenView view, int first, int verb)
    {
        var gerund = view.Document.Form(verb).EndsWith("ing", StringComparison.Ordinal);
        var passive = false;
        for (var i = verb - 1; i >= first; i--)
        {
            if (view.Is(i, "to") && !passive)
                return VerbForm.Infinitive;
            passive |= view.Is(i, WordClass.Be);
        }

        passive |= view.Is(first - 1, WordClass.Be);
        return (passive, gerund) switch
        {
            (true, false) => VerbForm.Passive,
            (false, true) => VerbForm.Gerund,
            _ => VerbForm.Finite,
        };
    }

    static bool IsNoun(TokenView view, int first, TokenRange verb, VerbForm form)
    {
        if (first < verb.First)
            return false;
        var word = view.Document.Form(verb.First);
        if (word.EndsWith("ed", StringComparison.Ordinal) || word is "said" or "told" or "wrote" or "says")
            return view.Is(verb.First - 1, "the") || view.Is(verb.First - 1, "a");
        if (view.EndsIn(verb.First, "en") || view.EndsIn(verb.First, "wn"))
            return true;
        if (form == VerbForm.Finite && !Agrees(view, verb.First, word))
            return true;
        if (view.Is(verb.First - 1, "her") && !view.Is(verb.First, WordClass.SpeechNoun))
            return false;
        if (view.Is(verb.First - 1, WordClass.Determiner) && !view.Is(verb.First - 1, WordClass.Indefinite | WordClass.Relative))
            return true;
        if (view.Is(verb.First - 1, WordClass.Preposition) && form != VerbForm.Gerund)
            return true;
        return view.IsPossessive(verb.First - 1) || view.Is(verb.End, "of");
    }

    /// <summary>"polls show", "she claims", but not "the Democratic debate" or "a campaign tweet".</summary>
    static bool Agrees(TokenView view, int verb, string word)
    {
        if (!view.Is(verb, WordClass.SpeechNoun | WordClass.DocumentHead | WordClass.BodyHead | WordClass.Preposition))
            return true;
        if (view.Is(verb - 1, WordClass.Subject | WordClass.Relative | WordClass.Indefinite | WordClass.Adverb))
            return true;
        var plural = word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal);
        if (view.Is(verb, WordClass.Preposition))
            return plural;
        const WordClass Singular = WordClass.DocumentHead | WordClass.BodyHead | WordClass.Role;
        if (plural)
            return view.IsCapitalised(verb - 1) || view.Is(verb - 1, Singular) && OpensClause(view, verb + 1);
        return view.IsWord(verb - 1) && view.EndsIn(verb - 1, "s")
            && (!view.IsCapitalised(verb - 1) || view.SentenceOf(verb).Tokens.First == verb - 1);
    }

    static bool OpensClause(TokenView view, int token) =>
        view.Is(token, WordClass.Subject | WordClass.Determiner | WordClass.Relative)
        || view.IsCapitalised(token) || view.IsQuotationMark(token);

    /// <summary>"The plan would fail, said Smith, the mayor."</summary>
    static TokenRange? InvertedSubject(TokenView view, TokenRange verb)
    {
        if (!view.IsMark(verb.First - 1, ',') || verb.End >= view.SentenceOf(verb.First).Tokens.End || view.Is(verb.End, "that"))
            return null;
        return LeadsToStop(view, verb.End) ? NounPhrases.StartingAt(view, verb.End) : null;
    }

    static bool LeadsToStop(TokenView view, int from) =>
        NounPhrases.StartingAt(view, from) is { } phrase
        && (phrase.End >= view.SentenceOf(from).Tokens.End - 1 || view.IsMark(phrase.End, ',') || view.IsMark(phrase.End, '.'));

    /// <summary>"the experts I interviewed [said]": the clause before the verb belongs to its subject.</summary>
    static TokenRange? ContactSubject(TokenView view, int first, ImmutableArray<ReportClause>.Builder earlier)
    {
        if (earlier.Count == 0 || earlier[^1] is not { Subject: { Count: 1 } pronoun } before || before.Cue.End != first
            || !view.Is(pronoun.First, WordClass.Subject) || NounPhrases.EndingAt(view, pronoun.First - 1) is not { } noun)
            return null;
        earlier.RemoveAt(earlier.Count - 1);
        return new(noun.First, first);
    }

    /// <summary>"He smiled and said": the subject of the clause before it in the sentence, or of its beginning.</summary>
    static TokenRange? SharedSubject(TokenView view, int first, ImmutableArray<ReportClause>.Builder earlier)
    {
        if (earlier.Count > 0 && earlier[^1] is { Subject: { } shared } before
            && view.SentenceIndex(before.Cue.First) == view.SentenceIndex(first))
            return shared;
        return null;
    }
}
