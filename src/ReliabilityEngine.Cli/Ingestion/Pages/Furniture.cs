using System.Collections.Frozen;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>Lines that pages put between and around the paragraphs of an article.</summary>
static class Furniture
{
    /// <summary>Longer blocks are taken for the author's own words.</summary>
    const int LongestLine = 300;
    const int LongestHeading = 8;
    const int LongestInvitation = 80;

    public static bool IsLine(string text)
    {
        if (text.Length > LongestLine)
            return false;
        var lower = Lower(text);
        return lower.StartsWith('©') || lower.StartsWith("copyright", StringComparison.Ordinal)
            || IsInvitation(text, lower) || PageWords.Lines.Any(phrase => lower.Contains(phrase, StringComparison.Ordinal)) || IsWall(text);
    }

    /// <summary>"Sign up for the Castle City email alerts", as headings of boxes say.</summary>
    static bool IsInvitation(string text, string lower) =>
        text.Length <= LongestInvitation && !text.EndsWith('.')
        && (lower.StartsWith("sign up for ", StringComparison.Ordinal) || lower.StartsWith("sign up to ", StringComparison.Ordinal) || lower.StartsWith("subscribe to ", StringComparison.Ordinal));

    public static bool IsWall(string text) =>
        text.Length <= LongestLine && Lower(text) is var lower && PageWords.Walls.Any(phrase => lower.Contains(phrase, StringComparison.Ordinal));

    /// <summary>"Read more", "READ MORE: Castle car park charges to rise again"; with links, or alone.</summary>
    public static bool IsLabel(Block block) => IsLabelled(block, PageWords.Labels) || IsLabelled(block, PageWords.ListLabels) || HeadsMore(block);

    /// <summary>"Most read", "Comments (27)": what follows is a list of other things.</summary>
    public static bool HeadsList(Block block) => (IsLabelled(block, PageWords.ListLabels) && !Names(block)) || HeadsMore(block);

    /// <summary>"Related: Castle car park charges to rise again" is a list of its own.</summary>
    static bool Names(Block block) => block.Text.TrimEnd().TrimEnd(':').Contains(':', StringComparison.Ordinal);

    /// <summary>"More in Castle City", "More great Ledger stories".</summary>
    static bool HeadsMore(Block block) =>
        block.IsHeading && !block.EndsSentence && block.Words <= LongestHeading && Lower(block.Text) is var lower && lower.StartsWith("more ", StringComparison.Ordinal)
        && (lower.EndsWith(" stories", StringComparison.Ordinal) || lower.EndsWith(" news", StringComparison.Ordinal) || lower.EndsWith(" coverage", StringComparison.Ordinal)
            || lower.StartsWith("more in ", StringComparison.Ordinal) || lower.StartsWith("more from ", StringComparison.Ordinal) || lower.StartsWith("more on ", StringComparison.Ordinal));

    static bool IsLabelled(Block block, FrozenSet<string> labels)
    {
        if (block.Text.Length > LongestLine)
            return false;
        var lower = Lower(block.Text);
        var colon = lower.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && (block.Linked > 0 || colon == lower.Length - 1) && labels.Contains(lower[..colon].Trim()))
            return true;
        return labels.Contains(lower.Trim(' ', ':', '.', '…', '(', ')', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ','));
    }

    static string Lower(string text) => text.ToLowerInvariant().Replace('’', '\'');
}
