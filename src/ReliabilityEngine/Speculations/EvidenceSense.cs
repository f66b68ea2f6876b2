using System.Collections.Frozen;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>Tells what signs suggest from what people suggest.</summary>
static class EvidenceSense
{
    public static bool IsGuess(in Surroundings at)
    {
        if (at.Marker.Count > 1 && at.After(0) is "of" or "that" && at.Word is "sign" or "signs" or "evidence" or "indication" or "indications")
            return IsSign(at);
        if (at.Word is "consistent")
            return Words.BeForms.Contains(at.Before());
        if (at.Word.StartsWith("point", StringComparison.Ordinal))
            return BySomething(at) || at[at.Subject] is "it" or "all" or "everything";
        if (at.Word is "suggested" or "indicated" or "implied" or "hinted" or "pointed" or "suggesting" or "implying" or "indicating" && !BySomething(at))
            return false;
        if (at.KindOf(at.Marker.End) is TokenKind.Punctuation && at.Before(2) == "," && Words.Evidence.Contains(at.Before()))
            return true;
        return !ByPerson(at) && at.KindOf(at.Marker.End) is TokenKind.Word or TokenKind.QuotationMark or TokenKind.Number
            && at.After() is not "to" && at.Before() is not "to" and not "as" && !(Words.Prepositions.Contains(at.After()) && !at.Any(at.Marker.End, at.Marker.End + 10, "that", "least")) && !at.Any(at.Subject - 2, at.Subject + 1, Denying);
    }

    // "Is another sign of panic", "there are signs that": said of something, by way of guess.
    static bool IsSign(in Surroundings at)
    {
        if (at.Word is "evidence" or "indication" or "indications" or "signs" && at.After(0) is "that")
            return at.Any(at.Marker.First - 5, at.Marker.First, Words.BeForms) && !at.Any(at.Marker.First - 4, at.Marker.First, Words.Negations);
        var determiner = at.Before();
        return determiner is "a" or "another" or "latest" or "clear" or "the" && at.Any(at.Marker.First - 4, at.Marker.First, Words.BeForms)
            && !at.Any(at.Marker.First - 4, at.Marker.First, Words.Negations);
    }

    static readonly FrozenSet<string> Denying = ["no", "nothing", "little", "not", "without", "else"];

    static bool BySomething(in Surroundings at)
    {
        var subject = at.Subject;
        return Words.Evidence.Contains(at[subject]) || at[subject] is "which" or "this" or "that";
    }

    static bool ByPerson(in Surroundings at)
    {
        var subject = at.Subject;
        return Words.Personal.Contains(at[subject]) || at[subject] is "you" or "" or "to" or "not" or "would" or "people"
            || at.IsCapital(subject) && at.IsWord(subject) && subject > at.Sentence.First && !Words.Evidence.Contains(at[subject])
                && !Words.Dates.Contains(at[subject]) && !char.IsDigit(at[subject][^1]);
    }
}
