namespace ReliabilityEngine.Lexicons;

/// <summary>Tells nouns from verbs of the same form, and a source that speaks from one that flows.</summary>
static class NounSenses
{
    /// <summary>Not a verb (they report, to head, will coach).</summary>
    public static bool IsNoun(CueContext at) => !FollowsVerbMarker(at);

    static bool FollowsVerbMarker(CueContext at)
    {
        var before = at.Before();
        return before is "i" or "he" or "she" or "we" or "they" || ClosedClasses.IsModal(before)
            || ClosedClasses.IsDo(before)
            || (before is "to" && ClosedClasses.OpensNoun(at.After()) && !at.First.EndsWith('s'));
    }

    /// <summary>Not what supplies something (water sources), nor the credit line of a table (Sources: the census).</summary>
    public static bool IsSpeakingSource(CueContext at)
    {
        if (!IsNoun(at) || at.After() is "of" or "code" or "material" or "materials" or "for")
            return false;
        return at.After() is not ":" || !at.IsFirstWord || IsHeadlineAhead(at);
    }

    // "Sources: Minister to resign" reports; "Sources: the census, the ministry" names where figures come from.
    static bool IsHeadlineAhead(CueContext at)
    {
        for (var distance = 2; at.After(distance).Length > 0; distance++)
        {
            var word = at.After(distance);
            if (word is "to" or "not" || (ClosedClasses.IsAuxiliary(word) && word is not "'s"))
                return true;
            if (distance > 2 && word.Length > 3 && word.EndsWith("ing", StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
