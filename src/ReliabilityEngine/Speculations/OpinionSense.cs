using System.Collections.Frozen;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>Tells a guess about facts from advice, taste, faith and a mere object, in "think", "believe", "suspect" and their like.</summary>
static class OpinionSense
{
    /// <summary>The band of a verb of thinking; null where it guesses nothing.</summary>
    public static LikelihoodBand? Thinking(in Surroundings at, LikelihoodBand band)
    {
        if (IsPassive(at))
            return !(at.After() is "to" or "that" || at[at.Subject] == "it" && IsWholeClause(at, at.Marker.End)) ? null : Negates(at) ? LikelihoodBand.Unlikely : band;
        if (IsOtherWord(at) || !IsHeld(at) || IsBackground(at))
            return null;
        if (!IsWholeClause(at, at.Marker.End))
            return IsInsertion(at) && at.Word is not "guess" ? band : null;
        if (IsAdvice(at))
            return null;
        return Words.DoNot.Contains(at.Before()) || at.Before() == "not" || ByNobody(at) ? LikelihoodBand.Unlikely : band;
    }

    /// <summary>The band of a verb such as "suspect", "presume", "expect".</summary>
    public static LikelihoodBand? Supposing(in Surroundings at, LikelihoodBand band)
    {
        var negated = Negates(at) || ByNobody(at);
        if (IsPassive(at))
            return at.Word is "supposed" || !(at.After() is "to" or "that" or "of" or "dead" or "in" || at.Word == "expected" && at.KindOf(at.Marker.End) is null or TokenKind.Punctuation) || IsScheduled(at) ? null
                : negated ? LikelihoodBand.Unlikely : band;
        if (at.Word.StartsWith("suspect", StringComparison.Ordinal) && (IsNoun(at) || IsOneSuspect(at)) || !IsHeld(at) || IsBackground(at))
            return null;
        if (at.Word.StartsWith("expect", StringComparison.Ordinal) || at.Word.StartsWith("anticipat", StringComparison.Ordinal))
            return Expecting(at, negated, band);
        if (at.Word.StartsWith("suspect", StringComparison.Ordinal) && Crimes.Contains(at.After()))
            return band;
        return IsWholeClause(at, at.Marker.End) && !IsAdvice(at) && !IsUnforeseen(at) ? band : null;
    }

    // "Police suspect arson": a guess in one word.
    static readonly FrozenSet<string> Crimes = ["arson", "sabotage", "foul", "murder", "homicide", "fraud", "terrorism", "suicide", "poisoning", "negligence", "corruption"];

    static readonly FrozenSet<string> Suspecting =
    [
        "i", "we", "they", "you", "who", "people", "police", "many", "some", "most", "several", "few", "others", "those", "both", "all", "men", "women",
        "don't", "did", "do", "didn't",
    ];

    // "The male suspect fled": one who suspects takes an s.
    static bool IsOneSuspect(in Surroundings at)
    {
        var before = at.Marker.First - 1;
        while (Words.IsAdverb(at[before]))
            before--;
        return at.Word == "suspect" && at.Marker.Count == 1 && at.IsWord(before) && !at.IsCapital(before) && !at[before].EndsWith('s')
            && !Suspecting.Contains(at[before]) && !Words.Auxiliaries.Contains(at[before]);
    }

    // "Few would have predicted": it happened.
    static bool IsUnforeseen(in Surroundings at) =>
        at.Before() is "have" or "'ve" && at.Before(2) is "would" or "could" && at.Before(3) is "few" or "nobody" or "one" or "who";

    /// <summary>"Posits", "speculated that": a guess put forward as one.</summary>
    public static bool IsPosited(in Surroundings at) =>
        IsHeld(at) && (at.Word.StartsWith("posit", StringComparison.Ordinal) || at.After(0) is "if" or "whether" || at.After() is "that"
            || IsWholeClause(at, at.Marker.End) || IsInsertion(at));

    public static bool IsDoubted(in Surroundings at) =>
        !IsNoun(at) && at.Before() != "you" && !Words.Negations.Contains(at.Before()) && (at.After(0) == "that" || at.After() is "that" or "whether" or "if" or "it"
            || IsWholeClause(at, at.Marker.End));

    // "We expect prices to fall"; not "he expects to run", which tells his plan.
    static LikelihoodBand? Expecting(in Surroundings at, bool negated, LikelihoodBand band)
    {
        if (at.IsFirst || at[at.Subject] is "you" || at.Before() is "than" or "as" or "to" or "can" or "should" or "would" || at.After() is "to" or "a" or "in" or "by" or "on" or "")
            return null;
        if (negated)
            return at.IsWord(at.Marker.End) ? LikelihoodBand.Unlikely : null;
        return !IsScheduled(at) && at.Word != "expected" | at.Before() != "the" && (IsWholeClause(at, at.Marker.End) || at.Any(at.Marker.End + 1, at.ClauseEnd(at.Marker.End), "to")) && !IsAdvice(at) ? band : null;
    }

    static bool Negates(in Surroundings at) =>
        Words.Negations.Contains(at.Before()) || Words.IsAdverb(at.Before()) && Words.Negations.Contains(at.Before(2));

    // "Is believed to", "are widely thought to".
    static bool IsPassive(in Surroundings at)
    {
        var token = at.Marker.First - 1;
        while (Words.IsAdverb(at[token]))
            token--;
        return Words.BeForms.Contains(at[token]) && (Words.IsParticiple(at.Word) || at.Word == "thought");
    }

    // Somebody holds it: neither an order nor a question, nor an infinitive, nor what anyone would think.
    static bool IsHeld(in Surroundings at)
    {
        var before = at.Before();
        if (before is "would" or "'d" && Words.Speakers.Contains(at.Before(2)))
            return true;
        if (before is "to" or "would" or "could" or "can" or "can't" or "cannot" or "couldn't" or "should" or "shouldn't" or "let's" or "might" or "wouldn't" or "will" or "must" or "would've")
            return false;
        var subject = at.Subject;
        var word = at[subject];
        if (before is "not" && (at.Before(2) is "could" or "can" || at.Before(2) == "do" && at.Before(3) is "" or "," or ";"))
            return false;
        if (word is "the" or "a" or "an" or "much" or "his" or "her" or "its" or "their" or "my" or "our" or "your")
            return false;
        if (word is "" or "you" or "to" or "don't" or "of" or "for" or "by" or "in" or "from" or "into" || at.IsFirst || before is "don't" or "not" && at.Marker.First - 1 <= at.Sentence.First + 1 && !Words.Nominatives.Contains(at.Before(2)))
            return false;
        // "Did they think"
        return !(Words.Personal.Contains(word) && at[subject - 1] is "do" or "does" or "did" or "don't" or "didn't" && subject - 2 <= at.Sentence.First);
    }

    // Why somebody acted, or what the reader thinks, is told as a fact about them.
    static bool IsBackground(in Surroundings at)
    {
        var subject = at.Subject;
        if (Words.Speakers.Contains(at[subject]))
            return at[subject - 1] is "what" or "than" or "as" or "if" or "when" or "how";
        return at[subject - 1] is "because" or "if" or "when" or "than" or "what" or "whether" or "while" or "as" or "how"
            || at[subject] is "who" && at[subject - 1] != "," || at[subject] is "that";
    }

    static bool ByNobody(in Surroundings at) =>
        at[at.Subject] is "few" or "nobody" or "none" || at[at.Subject] == "one" && at[at.Subject - 1] == "no";

    // "A think tank", "an authority figure", and "thought" of what has passed.
    static bool IsOtherWord(in Surroundings at) =>
        at.After() is "tank" or "tanks" || at.Word == "thought" || at.Word is "figure" or "figures" or "figured" or "reckon" && !Words.Personal.Contains(at[at.Subject])
            || at.Before() == "never";

    static bool IsInsertion(in Surroundings at) =>
        at.KindOf(at.Marker.End) is null or TokenKind.Punctuation && (Words.Speakers.Contains(at.Before()) && at.Before(2) is "," or "—" or "–" || IsAfterwards(at));

    // "The wall will fall, engineers believe."
    static bool IsAfterwards(in Surroundings at)
    {
        const int LongestSubject = 6;
        var first = at.ClauseStart(at.Marker.First);
        return at.Word is "believe" or "believes" or "think" or "thinks" or "reckon" or "reckons" && at.KindOf(at.Marker.End) is null or TokenKind.Punctuation
            && at.After() is not "?" && first > at.Sentence.First + 3 && at[first - 1] is "," or "\"" or "”" && at.Marker.First - first is > 0 and <= LongestSubject
            && (Words.Determiners.Contains(at[first]) || at.IsCapital(first) || at[first].EndsWith('s') || Words.Nominatives.Contains(at[first]))
            && !Words.Negations.Contains(at.Before());
    }

    static bool IsNoun(in Surroundings at) =>
        Words.Determiners.Contains(at.Before()) || at.Before() is "of" or "as" or "for" or "with" or "no" or "prime" or "main" or "murder" or "terror" or "from" or "by" or "and";

    /// <summary>What follows is a clause with a verb of its own, and not an object.</summary>
    static bool IsWholeClause(in Surroundings at, int first)
    {
        if (at[first] == "that" && at[first - 1] != "that" && !Words.Finite.Contains(at[first + 1]))
            first++;
        if (at[first] == "," && at[first - 1] == "that")
            return true;
        var second = at.SkipAdverbs(first + 1);
        if (at[first] is "it" or "this" or "that" or "he" or "she" && at.IsWord(second) && (at[second].EndsWith('s') || Words.IsPast(at[second])))
            return true;
        if (!at.IsWord(first) && at.KindOf(first) is not (TokenKind.Number or TokenKind.QuotationMark))
            return false;
        if (at[first] is "about" or "of" or "so" or "in" or "for" or "through" or "twice" or "again" or "otherwise" or "like" or "back" or "to" or "with" or "and" or "or")
            return false;
        for (var token = first; token < Math.Min(first + 20, at.Sentence.End); token++)
        {
            if (Words.Finite.Contains(at[token]) && token > first && (at[token] != "'s" || Words.Nominatives.Contains(at[token - 1])))
                return true;
            if (Words.Nominatives.Contains(at[token]) && at[token] is not "this" and not "that" and not "these" and not "those" and not "you" and not "it" && at.IsWord(token + 1))
                return true;
            if (token > first && Words.IsPast(at[token]) && !Words.Determiners.Contains(at[token - 1]) && at[token - 1] is not "and" and not "or" and not "by")
                return true;
            if (at[token] is ";" or ":" or "." or "?" || at[token] == "," && token < first + 4)
                break;
        }

        return at[first - 1] == "that";
    }

    static bool IsAdvice(in Surroundings at)
    {
        for (var token = at.Marker.End; token < Math.Min(at.Marker.End + 14, at.Sentence.End); token++)
        {
            if (at[token] is ";" or "." or "," && token > at.Marker.End + 1)
                return false;
            if (Words.Advice.Contains(at[token]) || at[token] is "have" or "has" or "had" or "got" && at[token + 1] == "to")
                return true;
            if (at[token] is "is" or "'s" or "was" or "are" or "were" or "be" or "been" && IsJudgement(at, token + 1))
                return true;
        }

        return false;
    }

    static bool IsJudgement(in Surroundings at, int token)
    {
        var skipped = at.SkipAdverbs(token);
        if (at[skipped] is "a" or "an" or "the")
            skipped = at.SkipAdverbs(skipped + 1);
        return Words.Judgements.Contains(at[skipped]) || Words.Judgements.Contains(at[token]);
    }

    static bool IsScheduled(in Surroundings at) =>
        at.Any(at.Marker.First, at.Sentence.End, Words.Dates) || at.Any(at.Marker.First, at.Sentence.End, Times);

    static readonly FrozenSet<string> Times =
        ["tomorrow", "tonight", "today", "week", "morning", "afternoon", "evening", "a.m.", "p.m.", "mon", "tue", "wed", "thu", "fri"];
}
