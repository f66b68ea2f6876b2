using System.Collections.Frozen;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>Tells an inference that is pressed, and not shown, from a fact that is known.</summary>
static class PressedSense
{
    /// <summary>"There is no doubt that it will" presses what is not known yet; "that it fell" tells a known fact.</summary>
    static readonly FrozenSet<string> Modals = ["will", "would", "could", "can", "may", "might", "must", "should", "'ll", "'d", "won't"];

    public static bool IsInferred(in Surroundings at)
    {
        if (at.Word is "little" or "no" or "without" or "beyond" && IsOfPerson(at))
            return false;
        if (at.Word == "no" && at.After(0) == "doubt" && at.Before(2) == "there" && !at.Any(at.Marker.End, at.ClauseEnd(at.Marker.End), Modals))
            return false;
        if (at.Word == "no" && at.After(0) == "question" && at.After() is not "that" and not "about" and not ",")
            return false;
        return at.Word != "surely" || !(at.Before() is "slowly" or "as" or "and" && !at.IsFirst || at.After() is "enough");
    }

    public static bool IsEvident(in Surroundings at)
    {
        if (at.Before() is "be" && at.Before(2) == "to" || at.Before() is "not" or "n't" or "isn't" or "make" or "made" or "makes" or "making" or "it" && at.Marker.Count <= 2 && at.Before(2) is "made" or "make" or "makes" or "making")
            return false;
        if (at.After(0) != "that" && at.After() is not "that" and not "," && !at.IsWord(at.Marker.End))
            return false;
        if (at.After() is "who" or "what" or "how" or "why" or "where" or "when" or "whether" or "if" or "from" or "to" or "in")
            return false;
        return at.Marker.Count > 2 || Words.BeForms.Contains(at[at.SkipAdverbs(at.Marker.First) - 1]) || at.Before() is "is" or "'s" or "very" or "quite" or "pretty" or "becoming" or "increasingly";
    }

    public static bool IsConvinced(in Surroundings at)
    {
        var before = at.Before() is "even" or "so" or "very" or "quite" ? at.Before(2) : at.Before();
        if (before is "make" or "making" or "made" or "makes" or "for" or "be" or "to" || Words.Negations.Contains(before))
            return false;
        return at[at.SkipBack(at.Marker.First - 1)] is "i" or "we" or "he" or "she" or "they" && at.Any(at.Marker.First - 4, at.Marker.First, Words.BeForms)
            && (at.After(0) == "that" || at.After() is "that" or "he" or "she" or "they" or "it" or "there" or "we" or "this" or "the");
    }

    /// <summary>"Democrats are not sure that it will": what may or may not be so.</summary>
    public static bool IsUnsure(in Surroundings at) =>
        at.After() is not "what" and not "how" and not "why" and not "who" and not "where" and not "when" and not "about" and not "of" && at.IsWord(at.Marker.End);

    public static bool IsSuspicion(in Surroundings at) =>
        at.After(0) == "that" || at.Any(at.Marker.End, Math.Min(at.Marker.End + 15, at.ClauseEnd(at.Marker.End)), "that");

    // "Left no doubt", "has no doubts": what somebody showed or feels, told as a fact.
    static bool IsOfPerson(in Surroundings at) =>
        at.Before() is "make" or "makes" or "left" or "leave" or "leaves" or "leaving" or "self" or "casts" or "in" && at.Word == "no"
            || at.After() is "about" && at.Before() is "have" or "has" or "had" && at[at.SkipBack(at.Marker.First - 1)] is not "i" and not "we";
}
