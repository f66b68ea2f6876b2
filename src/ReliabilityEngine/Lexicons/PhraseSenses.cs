namespace ReliabilityEngine.Lexicons;

/// <summary>Tells phrases that hedge or stress from the same words taken literally.</summary>
static class PhraseSenses
{
    /// <summary>"Was kind of late"; not "a new kind of lock", "this sort of thing".</summary>
    public static bool IsDowntoner(CueContext at) =>
        ClosedClasses.IsSubjectPronoun(at.Before()) || (ClosedClasses.IsBe(at.Before()) && !ClosedClasses.IsArticle(at.After()))
        || at.Before() is "just" or "also" or "still" or "really" or "feel" or "feels" or "felt" or "looks" or "looked" or "got" or "gets" or "," or "has"
            or "have" or "had" or "seems" or "seemed" or "sounds" or "'d" or "to";

    /// <summary>Said after all the rest: "It is wrong, period."</summary>
    public static bool IsLastWord(CueContext at) =>
        at.After() is "" or "." or "!" && (at.IsFirstWord || at.Before() is "," or "." or "-" or "–" or "—");

    /// <summary>Before a noun, not as a verb: "the alleged theft", not "he alleged that".</summary>
    public static bool IsAttributive(CueContext at) =>
        at.Reading switch
        {
            WordReading.Adjective => true,
            _ => (ClosedClasses.IsArticle(at.Before()) || ClosedClasses.IsPossessive(at.Before()) || ClosedClasses.IsDemonstrative(at.Before())
                    || ClosedClasses.IsPreposition(at.Before()) || at.Before() is "'s" or "and" or "any" or "some" or "" or "other" or "several")
                && at.IsWordAfter() && !ClosedClasses.IsArticle(at.After()) && !ClosedClasses.IsPossessive(at.After())
                && !ClosedClasses.IsPreposition(at.After()) && at.After() is not ("that" or "to" or "he" or "she" or "they" or "it"),
        };
}
