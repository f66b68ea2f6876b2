using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>Cards that show another story's beginning under its name, which leads to it.</summary>
/// <param name="title">Where the page shows its own title, which may be a link too.</param>
/// <param name="blocks">Every block of the page that is not clutter.</param>
sealed class Teasers(IElement? title, IReadOnlyList<Block> blocks)
{
    const int HighestAbove = 3;
    const int HighestRepeated = 4;
    const int LongestCard = 1500;
    const int FewestWordsOfName = 4;
    const int FewestRepeated = 3;

    readonly Dictionary<IElement, bool> _cards = [];

    /// <summary>What holds the linked name of a story of the same site.</summary>
    readonly HashSet<IElement> _aroundNames =
    [
        .. blocks.Where(block => block.IsMostlyLinks && block.Words >= FewestWordsOfName && block.Links.Any(IsOfSameSite))
            .SelectMany(block => block.Element.Ancestors<IElement>().Prepend(block.Element).Take(HighestRepeated)),
    ];

    public bool Hold(Block block) =>
        block.Element.Ancestors<IElement>().Prepend(block.Element).Take(HighestAbove).Any(IsHeaded)
        || block.Element.Ancestors<IElement>().Prepend(block.Element).Take(HighestRepeated).Any(IsRepeated);

    bool IsHeaded(IElement element)
    {
        if (!_cards.TryGetValue(element, out var isCard))
            _cards[element] = isCard = element.LocalName is "article" or "li" or "div" or "a" or "section" && Leads(element) && element.TextContent.Length <= LongestCard;
        return isCard;
    }

    bool Leads(IElement card) => card.LocalName == "a" || card.Children.Any(child => IsHeadingThatLeads(child) && child != title && title?.Contains(child) != true);

    static bool IsHeadingThatLeads(IElement heading) =>
        heading.LocalName is "h2" or "h3" or "h4" or "h5" or "h6"
        && (heading.ParentElement is { LocalName: "a" } || heading.QuerySelector("a[href]")?.GetAttribute("href") is { } link && !link.Contains('#', StringComparison.Ordinal));

    /// <summary>Several alike in a row, each with a name, as lists of stories are.</summary>
    bool IsRepeated(IElement element) =>
        _aroundNames.Contains(element)
        && element.LocalName is "article" or "li" or "div" or "section"
        && element.TextContent.Length <= LongestCard
        && element.ParentElement!.Children.Count(other => other.LocalName == element.LocalName && other.ClassName == element.ClassName && _aroundNames.Contains(other)) >= FewestRepeated;

    static bool IsOfSameSite(string link) => link is ['/', not '/', ..];
}
