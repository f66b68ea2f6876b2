using System.Collections.Frozen;

namespace ReliabilityEngine.Lexicons;

/// <summary>Tells what may be from what is allowed, able or due (Coates 1983; Palmer 2001).</summary>
static class ModalSenses
{
    const int LongestClaim = 14;

    static readonly FrozenSet<string> TrueOfSomething = ClosedClasses.Set("true right correct so a an the him her them there");

    static readonly FrozenSet<string> BeforeAbility = ClosedClasses.Set("so as where until before once while whenever");

    static readonly FrozenSet<string> Skills = ClosedClasses.Set("swim walk read write speak talk sing drive dance cook run fly");

    static readonly FrozenSet<string> Permitted = ClosedClasses.Set("enter leave use apply now only also not proceed begin keep");

    static readonly FrozenSet<string> FiniteForms = ClosedClasses.Set("said told won lost met did gave took made had to");

    // The month, the prime minister, a wish (May she rest), a request (May I …).
    public static bool IsPossibleMay(CueContext at)
    {
        if (at.Reading is WordReading.Name or WordReading.Noun)
            return false;
        if (at.After() is "i" or "we" or "you" or "he" or "she" or "they" or "'s" || IsPermission(at))
            return false;
        if (!at.IsCapitalised || at.Reading == WordReading.Modal)
            return true;
        // In a headline all words are capital: there the name is the one before a verb that no modal has after it.
        return !at.IsFirstWord && at.IsCapitalBefore() && at.IsCapitalAfter() && !LooksFinite(at.After());
    }

    public static bool IsPossibleMight(CueContext at) =>
        at.Reading != WordReading.Noun
        && !(at.After() is "of" && at.After(2) is not "course") && !(at.After() is "and" && at.After(2) is "main")
        && !ClosedClasses.OpensNoun(at.Before()) && at.Before() is not ("'s" or "all" or "with" or "by")
        && at.After() is not ("i" or "we" or "is" or "was" or "has") && !FiniteForms.Contains(at.After());

    // "Could" tells of ability in the past; of possibility where it guesses at what is or will be.
    public static bool IsPossibleCould(CueContext at)
    {
        if (at.After() is "not")
            return IsImpossible(at);
        if (at.After() is "only" or "barely" or "hardly" or "scarcely" or "no" or "i" or "we" or "you")
            return false;
        return !at.FollowsInClause(6, "if") && at.Before() is not ("how" or "than") && !IsAbility(at);
    }

    // "Could not find it" is what somebody failed to do; "could not have known" is what cannot be.
    static bool IsImpossible(CueContext at) =>
        at.After(2) is "have" or "possibly"
        || (at.After(2) is "be" && TrueOfSomething.Contains(at.After(3)));

    // "So that they could see", "before he could walk", "she could swim": what somebody was able to do.
    static bool IsAbility(CueContext at) =>
        ClosedClasses.IsSubjectPronoun(at.Before())
        && (BeforeAbility.Contains(at.Before(2)) || (at.Before(2) is "that" && at.Before(3) is "so") || Skills.Contains(at.After()));

    static bool IsPermission(CueContext at) =>
        (at.Before() is "you" && Permitted.Contains(at.After()))
        || (at.After() is "only" or "not" && at.After(2) is "be" && at.After(3) is "used" or "sold" or "reproduced" or "published");

    /// <summary>"There is no doubt that it will": what is not known yet is pressed; "that it fell" is a known fact.</summary>
    public static bool ForetellsOrInfers(CueContext at)
    {
        for (var distance = 1; distance <= LongestClaim && at.After(distance) is not ("" or "," or ";" or ":"); distance++)
        {
            if (ClosedClasses.IsModal(at.After(distance)))
                return true;
        }

        return false;
    }

    /// <summary>"Must be" with a participle is a duty (must be paid); with anything else it infers.</summary>
    public static bool IsInferringMustBe(CueContext at)
    {
        var next = at.After(at.AfterAdverbs());
        return !ClosedClasses.IsParticiple(next) && next is not ("able" or "willing" or "ready" or "at" or "" or ".");
    }

    /// <summary>"Must have" with a participle infers (must have known); with a noun it is a duty (must have a licence).</summary>
    public static bool IsInferringMustHave(CueContext at) => ClosedClasses.IsParticiple(at.After(at.AfterAdverbs()));

    static bool LooksFinite(string word) =>
        word.EndsWith("ed", StringComparison.Ordinal)
        || (word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal))
        || FiniteForms.Contains(word);
}
