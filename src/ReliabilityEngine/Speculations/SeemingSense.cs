using System.Collections.Frozen;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>Tells how something seems to be from where somebody appears and what somebody feels like.</summary>
static class SeemingSense
{
    public static bool IsGuess(in Surroundings at)
    {
        if (IsCompared(at))
            return false;
        return !at.Word.StartsWith("appear", StringComparison.Ordinal) || AppearsToBe(at);
    }

    // "Made it look like": what is staged, and no guess.
    static readonly FrozenSet<string> Making = ["make", "makes", "made", "making"];

    static bool AppearsToBe(in Surroundings at)
    {
        if (at.Word == "appearing")
            return at.After() is "to";
        var next = at.SkipAdverbs(at.Marker.End);
        if (at[next] == "as")
            return at[next + 1] is "if" or "though";
        return at.IsWord(next) && !Words.Prepositions.Contains(at[next]) && at[next] is not "and" and not "or";
    }

    // "More than they first seem", "it may seem", "those who seem": no claim of how things are.
    static bool IsCompared(in Surroundings at) =>
        at.Before() is "first" or "to" or "than" or "might" or "may" or "can" or "could" or "can't" or "cannot" or "couldn't" or "as" && !at.IsFirst
            || at.Any(at.Marker.First - 4, at.Marker.First, Making)
            || at[at.Subject] is "who" or "whoever" && at[at.Subject - 1] != ","
            || at.After() == "like" && at.After(2) is "only" or "yesterday"
            || at.Word == "seeming" && at.After() != "to";

    public static bool IsLikeness(in Surroundings at)
    {
        var subject = at[at.Subject];
        if (at.Before() is "to" or "what" or "that" && at.Word is "look" || at.Word is "looking" or "feeling" or "sounding")
            return false;
        if (at.Any(at.Marker.First - 3, at.Marker.First, Making))
            return false;
        if (at.After(0) is "if" or "though")
            return subject is not "you" || at.Word != "feel";
        return subject is "it" or "this" or "that" or "things" or "all" or "" && at.Before() != "what" && !AsksOrCompares(at);
    }

    static bool AsksOrCompares(in Surroundings at) =>
        at[at.Subject - 1] is "does" or "do" or "did" || at[at.Sentence.First] is "does" or "do" or "did" or "what" or "how" || at.KindOf(at.Marker.End) is null or TokenKind.Punctuation
            || at.Any(at.ClauseStart(at.Marker.First), at.Marker.First, "what", "how", "if", "when");
}
