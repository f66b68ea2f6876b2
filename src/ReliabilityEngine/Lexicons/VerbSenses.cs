namespace ReliabilityEngine.Lexicons;

/// <summary>Tells verbs from nouns and adjectives of the same form, and some verbs' senses from each other.</summary>
static class VerbSenses
{
    /// <summary>Not a noun (the report, two claims, in charge) nor an adjective (the reported sum).</summary>
    public static bool IsVerb(CueContext at) =>
        !FollowsNounMarker(at) && (FollowsVerbMarker(at) || at.Reading switch
        {
            WordReading.Verb => at.Before() is not "'s" || ClosedClasses.IsSubjectPronoun(at.Before(2)),
            WordReading.Unknown => IsVerbByContext(at),
            // A tagger that took "argues" before "that" for a noun was wrong.
            _ => BeginsClause(at.After()) && IsVerbByContext(at),
        });

    static bool BeginsClause(string word) => word is "that" or "there" || ClosedClasses.IsSubjectPronoun(word);

    /// <summary>Where the adjective says as much as the verb (a rigged vote): only not a noun.</summary>
    public static bool IsVerbOrAdjective(CueContext at) =>
        IsInflected(at.First) || at.Reading == WordReading.Adjective || IsVerb(at);

    static bool FollowsNounMarker(CueContext at) =>
        ClosedClasses.OpensNoun(at.Before()) || at.Before() is "every" or "no" or "another" or "other";

    static bool FollowsVerbMarker(CueContext at) =>
        at.Before() is "he" or "she" or "they" or "we" or "i" or "who"
        || ClosedClasses.IsModal(at.Before()) || ClosedClasses.IsDo(at.Before());

    static bool IsVerbByContext(CueContext at)
    {
        var before = at.Before();
        if (IsInflected(at.First))
            return before is not "'s" || ClosedClasses.IsSubjectPronoun(at.Before(2));
        if (before is "'s" or "per" || ClosedClasses.IsPreposition(before))
            return false;
        return at.First.EndsWith('s')
            ? !ClosedClasses.IsNumeral(before) && before is not ("these" or "those" or "such")
            : before is not ("this" or "that" or "such" or "any" or "more" or "new");
    }

    /// <summary>A past or -ing form, which is seldom a noun.</summary>
    static bool IsInflected(string form) =>
        form.EndsWith("ed", StringComparison.Ordinal) || form.EndsWith("ing", StringComparison.Ordinal)
        || form is "said" or "told" or "wrote" or "thought" or "knew" or "found" or "felt" or "saw" or "spoke" or "swore";

    // "Appears to be", "it appears"; not "appears in court", "appeared on Monday", "appeared.".
    public static bool IsSeemingAppear(CueContext at)
    {
        var next = at.After(at.AfterAdverbs());
        if (next is "to" or "that" or "likely" or "unlikely")
            return true;
        if (next is "as")
            return at.After(at.AfterAdverbs() + 1) is "if" or "though";
        if (at.Before() is "it" or "so" or "would" && (next is "," or "the" or "a" || ClosedClasses.IsSubjectPronoun(next)))
            return true;
        return at.IsWordAfter(at.AfterAdverbs()) && !ClosedClasses.IsPreposition(next) && !ClosedClasses.IsTime(next)
            && !ClosedClasses.IsConjunction(next) && !ClosedClasses.OpensNoun(next)
            && !ClosedClasses.IsDemonstrative(next) && !ClosedClasses.IsNumeral(next);
    }

    // "Figures suggest a rise"; not "she suggested a walk", "he suggested meeting", "they suggested that it be sold".
    public static bool IsInferringSuggest(CueContext at)
    {
        if (at.Last is "that")
            return !IsProposal(at);
        if (!IsVerb(at) || at.After().EndsWith("ing", StringComparison.Ordinal))
            return false;
        var personal = ClosedClasses.IsSubjectPronoun(at.Before()) && at.Before() is not "it" || at.IsCapitalBefore();
        return !personal || !(ClosedClasses.OpensNoun(at.After()) || at.IsNumberAfter());
    }

    static bool IsProposal(CueContext at)
    {
        for (var distance = 1; distance <= 8; distance++)
        {
            var (word, before) = (at.After(distance), at.After(distance - 1));
            if (word is "should" or "ought" or "shouldn't" || (word is "be" && before is not ("to" or "also")))
                return true;
            if (word is "" or "," || ClosedClasses.IsAuxiliary(word))
                return false;
        }

        return false;
    }

    /// <summary>"Like" after a subject, "to", "would" or "do" is the verb.</summary>
    public static bool IsVerbLike(CueContext at) =>
        at.Reading == WordReading.Verb
        || at.First is not "like"
        || at.Before() is "i" or "we" or "they" or "you" or "who" or "to" or "really"
        || ClosedClasses.IsModal(at.Before()) || ClosedClasses.IsDo(at.Before());
}
