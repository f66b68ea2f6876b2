using System.Collections.Frozen;

namespace ReliabilityEngine.Lexicons;

/// <summary>Tells phrases that hedge or stress from the same words taken literally.</summary>
static class PhraseSenses
{
    static readonly FrozenSet<string> BeforeDowntoner = ClosedClasses.Set(
        "just also still really feel feels felt looks looked got gets , has have had seems seemed sounds 'd to");

    /// <summary>"Was kind of late"; not "a new kind of lock", "this sort of thing".</summary>
    public static bool IsDowntoner(CueContext at) =>
        ClosedClasses.IsSubjectPronoun(at.Before()) || (ClosedClasses.IsBe(at.Before()) && !ClosedClasses.IsArticle(at.After()))
        || BeforeDowntoner.Contains(at.Before());

    /// <summary>Said after all the rest: "It is wrong, period."</summary>
    public static bool IsLastWord(CueContext at) =>
        at.After() is "" or "." or "!" && (at.IsFirstWord || at.Before() is "," or "." or "-" or "–" or "—");

    /// <summary>Before a noun, not as a verb: "the alleged theft", not "he alleged that".</summary>
    public static bool IsAttributive(CueContext at) =>
        at.Reading switch
        {
            WordReading.Adjective => true,
            _ => at.IsWordAfter() && CanStandBeforeAdjective(at.Before()) && !BeginsComplement(at.After()),
        };

    static bool CanStandBeforeAdjective(string word) =>
        ClosedClasses.OpensNoun(word) || ClosedClasses.IsDemonstrative(word) || ClosedClasses.IsPreposition(word)
        || word is "" or "'s" or "and" or "any" or "some" or "other" or "several";

    static bool BeginsComplement(string word) =>
        ClosedClasses.OpensNoun(word) || ClosedClasses.IsPreposition(word) || ClosedClasses.IsSubjectPronoun(word)
        || word is "that" or "to";
}
