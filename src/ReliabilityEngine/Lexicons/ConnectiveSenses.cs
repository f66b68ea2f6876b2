using System.Collections.Frozen;

namespace ReliabilityEngine.Lexicons;

/// <summary>Tells connectives that draw an inference from the same words of degree, time and manner.</summary>
static class ConnectiveSenses
{
    const int LongestCondition = 60;

    static readonly FrozenSet<string> AfterDegree = ClosedClasses.Set(
        """
        far many much few little long called often on forth that as to what be good bad great well big small high low late
        easy hard close important sure certain happy proud angry popular powerful severe obvious clear strong weak fast
        bold large rare new too named help . ? !
        """);

    static readonly FrozenSet<string> Periods = ClosedClasses.Set(
        """
        year month week day night war election start beginning end summer winter spring autumn fall century decade age time
        days era revolution morning
        """);

    static readonly FrozenSet<string> NotAfterGiven = ClosedClasses.Set("up away to by out in a an them him her name names . ,");

    static readonly FrozenSet<string> NotBeforeGiven = ClosedClasses.Set("the a an any get got getting not never once when if");

    public static bool OpensClause(CueContext at) => at.OpensClause;

    // "…, so the rest must be false"; not "so many", "so that", "so do the others", "so it goes".
    public static bool IsConcludingSo(CueContext at)
    {
        var next = at.After();
        if (!at.OpensClause || next.Length == 0 || AfterDegree.Contains(next) || ClosedClasses.IsAdverb(next))
            return false;
        return next is "it" ? at.After(2) is not ("goes" or "went" or "was") : !ClosedClasses.IsAuxiliary(next);
    }

    /// <summary>The other half of a supposition: an "if" stands before it in the sentence.</summary>
    public static bool IsConsequentThen(CueContext at) => at.OpensClause && at.Follows(LongestCondition, "if");

    // "Since he had no key"; not "since 2012", "has since", "since leaving".
    public static bool IsCausalSince(CueContext at)
    {
        var (before, next) = (at.Before(), at.After());
        return next is not ("" or "." or ",") && before is not ("ever" or "long" or "not") && !ClosedClasses.IsHave(before)
            && !at.IsNumberAfter() && !ClosedClasses.IsTime(next) && !next.EndsWith("ing", StringComparison.Ordinal)
            && !IsPeriod(at);
    }

    static bool IsPeriod(CueContext at)
    {
        if (at.IsCapitalAfter() && at.After() is not "i" && !IsClauseAhead(at))
            return true;
        for (var distance = 1; distance <= 4; distance++)
        {
            if (Periods.Contains(at.After(distance)) || IsDecade(at.After(distance)))
                return true;
        }

        return false;
    }

    static bool IsDecade(string word) => word.Length >= 4 && char.IsAsciiDigit(word[0]) && word.EndsWith('s');

    static bool IsClauseAhead(CueContext at)
    {
        for (var distance = 2; distance <= 6 && at.After(distance) is not ("," or "" or "."); distance++)
        {
            if (ClosedClasses.IsAuxiliary(at.After(distance)))
                return true;
        }

        return false;
    }

    // "Given the delay, …"; not "was given", "a given day", "given up".
    public static bool IsGround(CueContext at) =>
        !ClosedClasses.IsBe(at.Before()) && !ClosedClasses.IsHave(at.Before()) && !NotBeforeGiven.Contains(at.Before())
        && at.After().Length > 0 && !NotAfterGiven.Contains(at.After());
}
