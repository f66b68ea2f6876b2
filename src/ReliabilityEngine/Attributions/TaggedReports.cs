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
            if (TaggedSlips.Has(view, tagged) || found.IsContent(tagged.Cue.First))
                continue;
            if (TaggedPassives.Read(view, tagged) is { } passive)
            {
                found.Take(passive);
                continue;
            }

            while (next < clauses.Length && clauses[next].Cue.End <= tagged.Cue.First)
                next++;
            var subject = tagged.Source is { } source ? Whole(view, source, tagged.Cue) : Subject(view, clauses, next, tagged.Cue);
            found.Take(subject is { } missed && Without(tagged.Content, missed) is { IsEmpty: false } content
                ? new(missed, tagged.Cue, content, tagged.Probability)
                : new(tagged.Source, tagged.Cue, tagged.Content, tagged.Probability));
        }
    }

    /// <summary>"A person who has seen [the letter] said": all of whose end was taken for the source.</summary>
    static TokenRange? Whole(TokenView view, TokenRange source, TokenRange cue) =>
        source.End == cue.First && UnnamedPeople.Before(view, cue.First) is { } people && people.First < source.First ? people : null;

    /// <summary>Who does it, where the cue is a finite verb with a subject, or a passive with "by".</summary>
    static TokenRange? Subject(TokenView view, ImmutableArray<ReportClause> clauses, int next, TokenRange cue)
    {
        if (view.Is(cue.End - 1, "by"))
            return NounPhrases.StartingAt(view, cue.End);
        if (next >= clauses.Length || !clauses[next].Cue.Overlaps(cue))
            return null;
        return clauses[next] is { Form: VerbForm.Finite, Subject: { } subject } && !subject.Overlaps(cue) && IsWhole(view, subject) ? subject : null;
    }

    /// <summary>No "just this" before "week", no "place despite".</summary>
    static bool IsWhole(TokenView view, TokenRange subject) =>
        subject.Count == 1 || !view.Is(subject.End - 1, WordClass.Preposition | WordClass.Determiner);

    static ImmutableArray<TokenRange> Without(ImmutableArray<TokenRange> content, TokenRange subject) =>
        content.RemoveAll(piece => piece.Overlaps(subject));
}
