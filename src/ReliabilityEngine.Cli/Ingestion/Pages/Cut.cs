namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>Tells whether a page shows its article only in part: a paywall's stub, a teaser.</summary>
static class Cut
{
    /// <summary>A wall that stands in a page with more text than this asks for something else than the rest.</summary>
    const int LongestStub = 250;

    /// <summary>A longer text has probably been let through whole, and ends in a line that needs no full stop.</summary>
    const int LongestTeaser = 500;

    const double LeastOfAnnounced = .6;

    /// <param name="own">The article's blocks.</param>
    /// <param name="all">Every block of the page, clutter too.</param>
    public static bool IsPartial(IReadOnlyList<Block> own, IEnumerable<Block> all, PageMetadata metadata)
    {
        if (own.Count == 0)
            return false;
        var words = MainText.WordsOf(own);
        if (metadata.WordCount is { } announced && words < LeastOfAnnounced * announced)
            return true;
        var hasWall = all.Any(block => Furniture.IsWall(block.Text));
        var breaksOff = IsElliptic(own[^1]) || (words <= LongestTeaser && BreaksOff(own[^1]));
        var isShort = words <= LongestStub;
        return (breaksOff && (hasWall || metadata.IsRestricted || (isShort && IsElliptic(own[^1]))))
            || (isShort && hasWall && metadata.IsRestricted)
            || (isShort && all.Any(block => Furniture.IsWall(block.Text) && NamesTheRest(block.Text)));
    }

    static bool BreaksOff(Block last) => last.Element.LocalName == "p" && last.IsRunning && !last.EndsSentence;

    static bool IsElliptic(Block last) => last.Text.TrimEnd(']', ')', ' ') is var text && (text.EndsWith('…') || text.EndsWith("...", StringComparison.Ordinal));

    static bool NamesTheRest(string text) =>
        text.Contains("the rest", StringComparison.OrdinalIgnoreCase) || text.Contains("this article", StringComparison.OrdinalIgnoreCase)
        || text.Contains("this story", StringComparison.OrdinalIgnoreCase) || text.Contains("this post", StringComparison.OrdinalIgnoreCase)
        || text.Contains("the full", StringComparison.OrdinalIgnoreCase);
}
