using System.Collections.Immutable;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Takes in what the taggers find, without their plain slips, and with the subjects that they miss.</summary>
static class TaggedReports
{
    public static void Take(TokenView view, ImmutableArray<ReportClause> clauses, DocumentTags tags, Ascriptions found)
    {
        var next = 0;
        foreach (var tagged in tags.Attributions)
        {
            if (TaggedSlips.Has(view, tagged) || found.IsContent(tagged.Cue.First)
                || view.IsMark(tagged.Cue.First, ':') && found.IsTaken(tagged.Cue.First))
                continue;
            if (TaggedPassives.Read(view, tagged) is { } passive)
            {
                found.Take(passive);
                continue;
            }

            while (next < clauses.Length && clauses[next].Cue.End <= tagged.Cue.First)
                next++;
            var subject = tagged.Source is { } source ? Whole(view, source, tagged.Cue) : Subject(view, clauses, next, tagged.Cue) ?? Opening(view, tags, tagged.Cue);
            found.Take(subject is { } missed && Without(tagged.Content, missed) is { IsEmpty: false } content
                ? new(missed, tagged.Cue, content, tagged.Probability)
                : new(tagged.Source, tagged.Cue, tagged.Content, tagged.Probability));
        }
    }

    /// <summary>"A person who has seen [the letter] said": all of whose end was taken for the source.</summary>
    static TokenRange? Whole(TokenView view, TokenRange source, TokenRange cue) =>
        source.End != cue.First ? null
        : UnnamedPeople.Before(view, cue.First) is { } people && people.First < source.First ? people
        : BeforeAside(view, source, cue) ?? BeforeParticiple(view, source);

    /// <summary>"The cellmate, [who cannot be named,] told".</summary>
    static TokenRange? BeforeAside(TokenView view, TokenRange source, TokenRange cue) =>
        source.Count > 2 && view.Is(source.First, WordClass.Relative) && view.IsMark(source.First - 1, ',') && view.IsMark(source.End - 1, ',')
        && NounPhrases.EndingAt(view, cue.First - 1) is { } phrase && phrase.First < source.First ? new(phrase.First, source.End) : null;

    /// <summary>"A statement posted on [the site] said".</summary>
    static TokenRange? BeforeParticiple(TokenView view, TokenRange source)
    {
        const int Longest = 4;
        var text = source.First - 3;
        if (!view.Is(source.First - 1, WordClass.Preposition) || !view.EndsIn(source.First - 2, "ed") || !view.Is(text, WordClass.DocumentHead))
            return null;
        for (var token = text; token > text - Longest && view.IsWord(token); token--)
        {
            if (view.Is(token, WordClass.Determiner))
                return new(token, source.End);
        }

        return new(text, source.End);
    }

    /// <summary>Who does it, where the cue is a finite verb with a subject, or a passive with "by".</summary>
    static TokenRange? Subject(TokenView view, ImmutableArray<ReportClause> clauses, int next, TokenRange cue)
    {
        if (view.Is(cue.End - 1, "by"))
            return NounPhrases.StartingAt(view, cue.End);
        if (next >= clauses.Length || !clauses[next].Cue.Overlaps(cue))
            return null;
        return clauses[next] is { Form: VerbForm.Finite, Subject: { } subject } && !subject.Overlaps(cue) && IsWhole(view, subject) ? subject : null;
    }

    /// <summary>"Fans booed the chairman and called for": who opens the sentence does both.</summary>
    static TokenRange? Opening(TokenView view, DocumentTags tags, TokenRange cue)
    {
        const int Reach = 30;
        var first = view.SentenceOf(cue.First).Tokens.First;
        if (!view.Is(cue.First - 1, WordClass.Coordinator) || !IsFiniteVerb(tags[cue.First]) || cue.First - first > Reach)
            return null;
        var end = first;
        while (end < cue.First && IsNominal(tags[end]))
            end++;
        if (end == first || !IsFiniteVerb(tags[end]))
            return null;
        for (var token = end; token < cue.First - 1; token++)
        {
            if (view.Is(token, WordClass.Subject | WordClass.Relative | WordClass.Subordinator | WordClass.Coordinator)
                || view.IsAnyMark(token, ",;:") || view.IsQuotationMark(token) || token > end && IsFiniteVerb(tags[token]))
                return null;
        }

        return new(first, end);
    }

    static bool IsFiniteVerb(PartOfSpeech tag) =>
        tag is PartOfSpeech.VerbPast or PartOfSpeech.VerbThirdPerson or PartOfSpeech.VerbPresent or PartOfSpeech.Modal;

    static bool IsNominal(PartOfSpeech tag) => tag is PartOfSpeech.Noun or PartOfSpeech.PluralNoun or PartOfSpeech.ProperNoun
        or PartOfSpeech.Determiner or PartOfSpeech.Adjective or PartOfSpeech.Pronoun or PartOfSpeech.PossessivePronoun or PartOfSpeech.Number;

    /// <summary>No "just this" before "week", no "place despite".</summary>
    static bool IsWhole(TokenView view, TokenRange subject) =>
        subject.Count == 1 || !view.Is(subject.End - 1, WordClass.Preposition | WordClass.Determiner);

    static ImmutableArray<TokenRange> Without(ImmutableArray<TokenRange> content, TokenRange subject) =>
        [.. content.Select(piece => !piece.Overlaps(subject) ? piece : new(piece.First, Math.Max(piece.First, subject.First))).Where(piece => piece.Count > 0)];
}
