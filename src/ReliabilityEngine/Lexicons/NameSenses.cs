namespace ReliabilityEngine.Lexicons;

/// <summary>Tells titles and names from common words that happen to be capital.</summary>
static class NameSenses
{
    /// <summary>A title stands before a name.</summary>
    public static bool IsTitle(CueContext at) => at.IsCapitalAfter();

    /// <summary>A name that is also a word (Will, Grace, Mark): at the start of a sentence only before another capital.</summary>
    public static bool IsName(CueContext at) => at.Reading switch
    {
        WordReading.Name => true,
        WordReading.Verb or WordReading.Modal or WordReading.Other => false,
        _ when at.IsCapitalAfter() => true,
        _ => !at.IsFirstWord && !ClosedClasses.IsPreposition(at.Before()) && !ClosedClasses.IsNumeral(at.After()),
    };
}
