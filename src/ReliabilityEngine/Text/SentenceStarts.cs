using System.Collections.Frozen;

namespace ReliabilityEngine.Text;

/// <summary>Words by which the end of a sentence is told where the stop alone does not tell it.</summary>
static class SentenceStarts
{
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Starters = Set(
        """
        The A An This That These Those There Here It He She They We You I His Her Its Their Our My Your
        But And Or So Yet If When While As At By For From In On Of To With After Before Since Because Although Though However
        What Who Why How Where Which Whether Meanwhile Now Then Also Not No Some Many Most Both Each Every All Another Other
        Is Are Was Were Do Does Did Has Have Had Will Would Can Could Should May Might Must Let Under During Despite Instead
        """);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SpeechVerbs = Set(
        """
        said says say asked asks told tells wrote writes tweeted replied added adds shouted yelled exclaimed wondered demanded
        joked quipped responded answered continued explained insisted called cried declared argued warned noted recalled
        """);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterTimes = Set(
        """
        ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST Eastern Central Pacific Mountain
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday
        """);

    /// <summary>A capitalised word that hardly stands inside a name.</summary>
    public static bool IsStarter(ReadOnlySpan<char> word) => Starters.Contains(word);

    public static bool IsSpeechVerb(ReadOnlySpan<char> word) => SpeechVerbs.Contains(word);

    /// <summary>A time zone or weekday, which goes on after <c>a.m.</c></summary>
    public static bool FollowsTime(ReadOnlySpan<char> word) => AfterTimes.Contains(word);

    static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
