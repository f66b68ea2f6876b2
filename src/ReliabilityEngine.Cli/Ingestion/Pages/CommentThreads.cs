using System.Collections.Frozen;
using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>Readers' comments that no name gives away: several things in a row, each with its own "Reply" or "Report".</summary>
static class CommentThreads
{
    const int Fewest = 2;
    const int DeepestControl = 4;

    static readonly FrozenSet<string> Controls = FrozenSet.ToFrozenSet(["reply", "report"], StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<IElement> In(IElement root)
    {
        var comments = root.QuerySelectorAll("a, button, span")
            .Where(control => control.ChildElementCount == 0 && Controls.Contains(control.TextContent.Trim()))
            .Select(control => control.Ancestors<IElement>().Take(DeepestControl).FirstOrDefault(HoldsText))
            .OfType<IElement>()
            .Where(comment => comment.LocalName is not ("html" or "body" or "main"))
            .ToHashSet();
        return comments.GroupBy(comment => comment.ParentElement).Where(thread => thread.Count() >= Fewest).SelectMany(thread => thread);
    }

    /// <summary>More than the name, the date and the controls.</summary>
    static bool HoldsText(IElement element) => element.TextContent.AsSpan().Trim().Length >= 60;
}
