using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>Tells a guess in "likely", "possible", "apparent" and "sure to" from their plain uses.</summary>
static class AdjectiveSense
{
    /// <summary>The band of "likely" and its kin; null where it compares, or names a kind of people.</summary>
    public static LikelihoodBand? Likely(in Surroundings at, LikelihoodBand band)
    {
        if (at.IsCapitalName || IsOfVoters(at))
            return null;
        if (at.Word == "bound")
            return at.Before() is "legally" or "duty" or "honor" or "inextricably" or "morally" || Words.Determiners.Contains(at.After()) ? null : band;
        if (at.Marker.Count > 1 && at.Word is "more" or "less")
            return IsComparison(at) ? null : at.Word == "less" ? LikelihoodBand.Unlikely : band;
        if (at.Before() is "times" or "twice" or "half" or "as" or "how" or "percent" or "equally" or "less" or "more")
            return null;
        if (at.Word == "unlikely")
            return IsOddPair(at) ? null : IsNegated(at) ? LikelihoodBand.Likely : band;
        if (IsKindOfPeople(at))
            return null;
        return IsNegated(at) ? LikelihoodBand.Unlikely : band;
    }

    public static bool IsPossible(in Surroundings at)
    {
        var before = at.Before();
        if (before == "it" && Words.BeForms.Contains(at.Before(2)) && at.After() == "that")
            return true;
        if (at.KindOf(at.Marker.End) is null or TokenKind.Punctuation)
            return before != "not" && at[at.SkipBack(at.Marker.First - 1)] is "it" or "that" or "this" && !Words.Negations.Contains(before);
        if (before.EndsWith("est", StringComparison.Ordinal) || before is "just" && at.After() is "but" || before is "as" or "if" or "where" or "when" or "wherever" or "whenever" or "best" or "worst" or "every" or "all" or "only" or "not" or "n't" or "it" or "than"
                or "made" or "make" or "makes" or "making" or "much" or "long" or "no" or "humanly" or "isn't" or "wasn't" or "many" or "largest" or "widest")
            return false;
        if (at.After() is "that")
            return true;
        if (at.After() is "to" or "for" or "by" or "without" or "through" or "because" or "under")
            return false;
        var subject = at[at.SkipBack(at.Marker.First - 1)];
        return at.IsWord(at.Marker.End) && at.After() is not "and" and not "or" and not "only" and not "in"
            || subject is "it" && at.KindOf(at.Marker.End) is TokenKind.Word;
    }

    /// <summary>"An apparent hate crime", "the suspected leaker"; not "for no apparent reason", "it became apparent".</summary>
    public static bool IsApparent(in Surroundings at)
    {
        var before = at.Before();
        if (before is "no" or "not" or "any" or "little" or "heir" || Words.BeForms.Contains(before) && before != "'s" || Words.IsAdverb(before) && before != "then")
            return false;
        return at.IsWord(at.Marker.End) && !Words.Finite.Contains(at.After()) && at.After() is not "that" and not "to" and not "heir" and not "innocent" and not "innocence"
            && !Words.Prepositions.Contains(at.After());
    }

    /// <summary>"The suspected leaker", "an expected rise": the verb's participle before a noun.</summary>
    public static bool IsSuspected(in Surroundings at) =>
        at.Word is "suspected" && at.Marker.Count == 1 && IsApparent(at) && (at.After() is "of" || Words.Determiners.Contains(at.Before()) || at.Before() is "of" or "as" or "for" or "" or "by" or "against" or "with" or "and" or "or" || at.KindOf(at.Marker.First - 1) is not TokenKind.Word);

    /// <summary>"It is sure to rain"; not "make sure to", "be sure to".</summary>
    public static bool IsSureTo(in Surroundings at) =>
        at.Before() is not "make" and not "be" and not "made" and not "making" and not "makes" and not "not" && !at.IsFirst && at[at.Subject] is not "i" and not "you";

    // "Women are more likely to", "three times more likely than": how often, not whether.
    static bool IsComparison(in Surroundings at) =>
        at.Any(at.Marker.End, at.Sentence.End, "than") || at.After() is "to" && at[at.SkipBack(at.Marker.First - 1)] is not "it" and not "he" and not "she" and not "this" and not "that"
            || at.Before() is "times" or "percent" or "far" or "much" or "even" or "significantly" or "twice" or "substantially" or "considerably" or "%";

    static bool IsOddPair(in Surroundings at) =>
        at.Before() is "a" or "an" or "the" or "most" or "this" or "its" or "his" or "her" or "their" or "of" or "as" or "in" && at.IsWord(at.Marker.End) && at.After() is not "to" and not "that";

    // "Likely Republican caucus-goers".
    static bool IsKindOfPeople(in Surroundings at)
    {
        for (var token = at.Marker.End; token < at.Marker.End + 4; token++)
        {
            if (at[token] is "voter" or "voters" or "caucus-goers" or "caucusgoers" or "electorate" or "electors" or "caucus-goer" or "suspects")
                return true;
            if (!at.IsWord(token))
                return false;
        }

        return false;
    }

    // "Those likely to vote".
    static bool IsOfVoters(in Surroundings at) =>
        at.After() == "to" && at.After(2) is "vote" or "caucus" && at.Before() is "those" or "people" or "adults" or "americans" or "citizens" or "men" or "women";

    static bool IsNegated(in Surroundings at) =>
        Words.Negations.Contains(at.Before()) || at.Before() is "very" or "all" or "that" or "particularly" or "at" && Words.Negations.Contains(at.Before(2));
}
