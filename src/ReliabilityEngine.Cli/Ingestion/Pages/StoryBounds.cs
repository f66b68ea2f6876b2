using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>Other whole stories that a page appends to its own, as endless pages do.</summary>
static class StoryBounds
{
    const int LeastOwnText = 200;

    /// <summary>The siblings, at every level around the title, that look like the title's story and carry a headline of their own.</summary>
    public static IEnumerable<IElement> OtherStories(IElement? title)
    {
        for (var story = title; story?.ParentElement is { LocalName: not "html" } parent; story = parent)
        {
            if (OwnText(story) < LeastOwnText)
                continue;
            foreach (var sibling in parent.Children.Where(sibling => sibling != story && IsAnother(sibling, story)))
                yield return sibling;
        }
    }

    static bool IsAnother(IElement sibling, IElement story)
    {
        if (sibling.LocalName != story.LocalName || FirstName(sibling) != FirstName(story))
            return false;
        return (sibling.LocalName == "article" || FirstName(sibling) is not null)
            && sibling.QuerySelector("h1, h2, h3, p") is { LocalName: not "p" } headline
            && (headline.LocalName == "h1" || headline.Closest("a[href]") is not null || headline.QuerySelector("a[href]") is not null);
    }

    static string? FirstName(IElement element) => element.ClassList is { Length: > 0 } names ? names[0] : null;

    static int OwnText(IElement story) => story.QuerySelectorAll("p").Sum(paragraph => paragraph.TextContent.AsSpan().Trim().Length);
}
