using System.Collections.Frozen;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>Tells the guess in "may", "might" and "could" from permission, ability, courtesy and what nobody claims.</summary>
static class ModalSense
{
    public static bool IsGuess(in Surroundings at)
    {
        var modal = at.Word;
        if (modal == "may" && IsName(at))
            return false;
        if (modal == "might" && IsStrength(at))
            return false;
        var verb = at.SkipAdverbs(at.Marker.End);
        return !IsCourtesy(at, modal, at[verb])
            && !IsIndefinite(at)
            && !IsPurpose(at)
            && !IsTrying(at)
            && !IsRhetorical(at, modal, verb)
            && !(modal == "may" && IsPermission(at, verb))
            && !(modal.StartsWith("could", StringComparison.Ordinal) && (IsAbility(at, verb) || IsMissedChance(at)))
            && !Hypothesis.Holds(at);
    }

    static bool IsName(in Surroundings at)
    {
        if (!at.IsCapital(at.Marker.First))
            return false;
        if (at.Marker.Count > 1)
            return at.IsCapitalName && (Words.Prepositions.Contains(at.Before()) || at.Before() is "early" or "late" or "last" or "next" or "this" or "since" or "until");
        if (at.IsCapitalName)
            return true;
        if (at.After() is "'s" || at.Marker.First == at.Sentence.First)
            return true;
        var next = at.Marker.End;
        // In a headline every word is capital: a name is followed by no bare verb.
        return !at.IsCapital(next) || at.KindOf(next) == TokenKind.Number || !at.IsCapital(at.Marker.First - 1)
            || Words.IsParticiple(at[next]) || at[next].EndsWith('s');
    }

    static readonly FrozenSet<string> AfterStrength = ["is", "was", "has", "had", "won", "lost", "gave", "took", "made", "fell", "grew"];

    static bool IsStrength(in Surroundings at) =>
        at.Marker.Count == 1 && (at.After() == "of" || AfterStrength.Contains(at.After()) || at.After() == "and" && at.After(2) == "main"
            || at.KindOf(at.Marker.End) is TokenKind.Punctuation && !Words.Nominatives.Contains(at.Before()) && !Words.IsAdverb(at.Before()) || at.Before() is "the" or "his" or "her" or "its" or "their" or "our" or "my" or "your" or "military" or "economic" or "all" or "financial"
                or "political" or "full" or "with" or "american" or "of");

    // "One might argue", "you may recall": said to the reader, and of nothing in the world.
    static bool IsCourtesy(in Surroundings at, string modal, string verb)
    {
        var subject = at[at.Subject];
        if (subject == "you")
            return modal is not "could" || Words.Saying.Contains(verb) || Words.Perceiving.Contains(verb);
        if (subject == "it" && Objected.Contains(at[at.SkipAdverbs(at.Marker.End + (at[at.Marker.End] == "be" ? 1 : 0))]))
            return true;
        return at.Before() is "i" or "we" or "one" or "some" or "you" && Words.Saying.Contains(verb)
            || at.After() is "i" or "we" or "you" && !Words.Personal.Contains(at.Before());
    }

    static readonly FrozenSet<string> Objected = ["objected", "argued", "said", "asked", "noted", "added", "asserted", "thought", "supposed"];

    static bool IsIndefinite(in Surroundings at)
    {
        var start = Math.Max(at.ClauseStart(at.Marker.First), at.Marker.First - 6);
        for (var token = at.Marker.First - 1; token >= start && at[token] is not "but" and not "and"; token--)
        {
            if (Words.Concessive.Contains(at[token]) || at[token] == "matter" && at[token - 1] == "no"
                || Words.Indefinite.Contains(at[token]) && at.Before() is "who" or "that" or "which")
                return true;
        }

        return at.Word == "could" && at.Before() is "anyone" or "anybody" or "everyone" || at[at.Sentence.First] is "whatever" or "whoever" or "whichever" && at.Marker.First < at.Sentence.First + 12 || at.Before() is "come" or "as" or "than" || (at.After() == "as" && at.After(2) == "well" && at.Marker.Count == 1);
    }

    // "So that the others might see": what it was for.
    static bool IsPurpose(in Surroundings at)
    {
        const int Near = 8;
        for (var token = at.Marker.First - 2; token >= Math.Max(at.Sentence.First, at.Marker.First - Near); token--)
        {
            if (Words.ClauseMarks.Contains(at[token]))
                return false;
            if (at[token] == "so" && at[token + 1] == "that")
                return true;
        }

        return false;
    }

    // "Try as he might", "as hard as she might", "come what may", "be that as it may".
    static bool IsTrying(in Surroundings at) =>
        at.KindOf(at.Marker.End) is null or TokenKind.Punctuation
            && (at.Before(2) == "as" && Words.Nominatives.Contains(at.Before()) || at.Before() == "what" && at.Before(2) == "come");

    static bool IsRhetorical(in Surroundings at, string modal, int verb) =>
        modal == "could" && (at.Before() is "few" or "nothing" or "nobody" or "who" or "what" && (at.IsFirst || at[at.Marker.First - 2] is "" or "\"" or "“")
            || (at[verb] == "be" || at.Marker.Count > 1 && at[at.Marker.End - 1] == "be")
                && at.After(at[verb] == "be" ? verb - at.Marker.End + 2 : 1) is "more" or "less" or "further" or "better" or "worse" or "clearer" or "no" or "nothing" or "easier"
            || modal == "could" && at.Before() is "it" or "they" or "things" && at.Any(at.Marker.First - 4, at.Marker.First, "how")
            || at.Before() is "how" or "where" or "why" && at.Marker.First - 1 <= at.Sentence.First + 1);

    static bool IsPermission(in Surroundings at, int verb) =>
        at[verb] == "be" && Words.PermittedToBe.Contains(at[at.SkipAdverbs(verb + 1)])
            || at.Marker.Count > 1 && at[at.Marker.End - 1] == "be" && Words.PermittedToBe.Contains(at[verb])
            || at.After() is "not" && at.After(2) == "be" && Words.PermittedToBe.Contains(at.After(3))
            || at.After() == "not" && at.Any(at.Marker.First - 8, at.Marker.First, Ruling)
            || at[at.Sentence.First] == "under" || at.After() is "only" or "not" && Words.Permitted.Contains(at.After(2))
            || at.After() is "technically" or "legally" or "lawfully" || Words.Permitted.Contains(at[verb]);

    static bool IsAbility(in Surroundings at, int verb)
    {
        var subject = at.Subject;
        var personal = Words.Personal.Contains(at[subject]) && at[subject] != "who";
        if (!at.IsWord(verb) || at[verb] is "n't" or "not" || at.After() == "not")
            return true;
        if (at.Any(at.Marker.First - 5, at.Marker.First, SoThat) && at.Any(at.Marker.First - 5, at.Marker.First, "so"))
            return true;
        if (at.Any(Math.Max(at.ClauseStart(at.Marker.First), at.Marker.First - 6), at.Marker.First, Enabling))
            return true;
        if (!personal)
            return false;
        return Words.Perceiving.Contains(at[verb])
            || Words.BeforeAbility.Contains(at[subject - 1]) && !(at[subject - 1] == "so" && at[subject - 2] is "," or "" or ";")
            || at.Any(subject - 6, subject, Words.Wishing);
    }

    // What a court or a law says that one may not do is forbidden, and not in doubt.
    static readonly FrozenSet<string> Ruling =
        ["ruled", "rules", "ruling", "law", "laws", "constitution", "decreed", "statute", "regulations", "policy", "ban", "order"];

    static readonly FrozenSet<string> SoThat = ["that"];

    static readonly FrozenSet<string> Enabling = ["before", "until", "ensure", "ensuring", "ensured", "ensures"];

    // "He could have practised": what was not done, said of a person.
    static bool IsMissedChance(in Surroundings at)
    {
        var last = at[at.Marker.End - 1];
        var have = last is "have" or "'ve" || at.After() is "have" or "'ve";
        if (!have)
            return false;
        var verb = at.SkipAdverbs(last is "have" or "'ve" ? at.Marker.End : at.Marker.End + 1);
        var subject = at.Subject;
        return at[verb] != "been" && Words.IsParticiple(at[verb]) && (Words.Personal.Contains(at[subject]) || at.IsCapital(subject) && subject > at.Sentence.First - 1 && at.IsWord(subject) && at.Marker.First - subject == 1);
    }
}
