using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>Words of guessing that only round a number, or give advice, guess nothing.</summary>
static class PlainSense
{
    public static bool IsGuess(in Surroundings at)
    {
        if (IsMentioned(at) || at.Word == "possibly" && at.Before() is "can" or "can't" or "cannot" or "couldn't" or "could")
            return false;
        if (at.Word == "most" && at.After() == "to" && !Words.BeForms.Contains(at.Before()))
            return false;
        if (at.Word is "possibility" or "the" && at.After(0) == "of")
            return at.After() is not "bail" and not "parole" && !at.Any(at.Marker.First - 2, at.Marker.First, "without");
        if (at.Word is "the" or "a" && at.After(0) == "that" && Words.Finite.Contains(at.After()))
            return false;
        if (at.Word is "perhaps" or "maybe" or "probably" or "possibly")
            return at.KindOf(at.Marker.End) is not TokenKind.Number && !IsAdvice(at);
        return true;
    }

    /// <summary>'Whenever you hear "arguably"': the word is spoken of.</summary>
    public static bool IsMentioned(in Surroundings at) =>
        at.Marker.Count == 1 && at.KindOf(at.Marker.First - 1) is TokenKind.QuotationMark && (at.KindOf(at.Marker.End) is TokenKind.QuotationMark
            || at.KindOf(at.Marker.End) is TokenKind.Punctuation && at.KindOf(at.Marker.End + 1) is TokenKind.QuotationMark);

    static bool IsAdvice(in Surroundings at) =>
        at.After() is "you" or "we" or "he" or "she" or "they" or "i" && at.After(2) is "should" or "ought" || at.Before() is "should";
}
