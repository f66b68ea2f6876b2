namespace ReliabilityEngine.Lexicons;

/// <summary>Tells connectives that draw an inference from the same words of degree, time and manner.</summary>
static class ConnectiveSenses
{
    const int LongestCondition = 60;

    public static bool OpensClause(CueContext at) => at.OpensClause;

    // "…, so the rest must be false"; not "so many", "so that", "so far".
    public static bool IsConcludingSo(CueContext at) =>
        at.OpensClause && !Degree.Contains(at.After()) && !ClosedClasses.IsAdverb(at.After())
        && !(at.After() is "it" or "did" or "does" or "do" or "is" or "are" or "was" or "were" or "has" or "have" or "can" or "will" && at.After(2) is not "," && IsInverted(at));

    // "So do the others", "so it goes": nothing is concluded.
    static bool IsInverted(CueContext at) => at.After() is not "it" || at.After(2) is "goes" or "went" or "was";

    /// <summary>The other half of a supposition: an "if" stands before it in the sentence.</summary>
    public static bool IsConsequentThen(CueContext at) => at.OpensClause && at.Follows(LongestCondition, "if");

    // "Since 2012", "since then", "has since": time.
    public static bool IsCausalSince(CueContext at) =>
        !at.IsNumberAfter() && !ClosedClasses.IsTime(at.After()) && !ClosedClasses.IsHave(at.Before()) && at.Before() is not ("ever" or "long" or "not")
        && !at.After().EndsWith("ing", StringComparison.Ordinal) && !IsPeriod(at) && at.After() is not ("" or "." or ",");

    static bool IsPeriod(CueContext at)
    {
        if (at.IsCapitalAfter() && at.After() is not "i" && !LooksLikeClause(at))
            return true;
        for (var distance = 1; distance <= 4; distance++)
        {
            if (at.After(distance) is "year" or "month" or "week" or "day" or "night" or "war" or "election" or "start" or "beginning" or "end" or "summer"
                or "winter" or "spring" or "autumn" or "fall" or "century" or "decade" or "age" or "time" or "days" or "era" or "revolution" or "morning"
                || IsDecade(at.After(distance)))
                return true;
        }

        return false;
    }

    static bool IsDecade(string word) => word.Length >= 4 && char.IsAsciiDigit(word[0]) && word.EndsWith('s');

    static bool LooksLikeClause(CueContext at)
    {
        for (var distance = 2; distance <= 6 && at.After(distance) is not ("," or "" or "."); distance++)
        {
            var word = at.After(distance);
            if (ClosedClasses.IsBe(word) || ClosedClasses.IsHave(word) || ClosedClasses.IsModal(word) || ClosedClasses.IsDo(word))
                return true;
        }

        return false;
    }

    // "Given the delay, …"; not "was given", "a given day", "given up".
    public static bool IsGround(CueContext at) =>
        !ClosedClasses.IsBe(at.Before()) && !ClosedClasses.IsHave(at.Before()) && !ClosedClasses.IsArticle(at.Before())
        && at.Before() is not ("any" or "get" or "got" or "getting" or "not" or "never" or "once" or "when" or "if")
        && at.After() is not ("up" or "away" or "to" or "by" or "out" or "in" or "a" or "an" or "them" or "him" or "her" or "name" or "names" or "" or "." or ",");

    static readonly HashSet<string> Degree =
    [
        "far", "many", "much", "few", "little", "long", "called", "often", "on", "forth", "that", "as", "to", "what", "be", "good", "bad", "great", "well",
        "big", "small", "high", "low", "late", "easy", "hard", "close", "important", "sure", "certain", "happy", "proud", "angry", "popular", "powerful",
        "severe", "obvious", "clear", "strong", "weak", "fast", "bold", "large", "rare", "new", "", ".", "?", "!", "too", "named", "help",
    ];
}
