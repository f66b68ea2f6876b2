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

    readonly Dictionary<IElement, bool> _headed = [];
    readonly Dictionary<IElement, bool> _repeated = [];
    readonly Dictionary<IElement, Dictionary<(string, string?), int>> _alike = [];

    /// <summary>What holds the linked name of a story of the same site.</summary>
    readonly HashSet<IElement> _aroundNames =
    [
        .. blocks.Where(block => block.IsMostlyLinks && block.Words >= FewestWordsOfName && block.Links.Any(IsOfSameSite))
            .SelectMany(block => block.Element.Ancestors<IElement>().Prepend(block.Element).Take(HighestRepeated)),
    ];

    public bool Hold(Block block) =>
        block.Element.Ancestors<IElement>().Prepend(block.Element).Take(HighestAbove).Any(IsHeaded)
        || block.Element.Ancestors<IElement>().Prepend(block.Element).Take(HighestRepeated).Any(IsRepeated);

    bool IsHeaded(IElement element) => Known(_headed, element, () =>
        element.LocalName is "article" or "li" or "div" or "a" or "section" && Leads(element) && ShortText.Fits(element, LongestCard));

    bool Leads(IElement card) => card.LocalName == "a" || card.Children.Any(child => IsHeadingThatLeads(child) && child != title && title?.Contains(child) != true);

    static bool IsHeadingThatLeads(IElement heading) =>
        heading.LocalName is "h2" or "h3" or "h4" or "h5" or "h6"
        && (heading.ParentElement is { LocalName: "a" } || heading.QuerySelector("a[href]")?.GetAttribute("href") is { } link && !link.Contains('#', StringComparison.Ordinal));

    /// <summary>Several alike in a row, each with a name, as lists of stories are.</summary>
    bool IsRepeated(IElement element) => _aroundNames.Contains(element) && Known(_repeated, element, () =>
        element.LocalName is "article" or "li" or "div" or "section"
        && ShortText.Fits(element, LongestCard)
        && Alike(element.ParentElement!)[Look(element)] >= FewestRepeated);

    /// <summary>How many children of one look have a name in them.</summary>
    Dictionary<(string, string?), int> Alike(IElement parent)
    {
        if (!_alike.TryGetValue(parent, out var counts))
            _alike[parent] = counts = parent.Children.Where(_aroundNames.Contains).CountBy(Look).ToDictionary();
        return counts;
    }

    static (string, string?) Look(IElement element) => (element.LocalName, element.ClassName);

    static bool Known(Dictionary<IElement, bool> answers, IElement element, Func<bool> ask)
    {
        if (!answers.TryGetValue(element, out var answer))
            answers[element] = answer = ask();
        return answer;
    }

    static bool IsOfSameSite(string link) => link is ['/', not '/', ..];
}
