using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>
/// The element that holds the article: the one where running text most outweighs everything else. Each block weighs
/// what it has of running text, less a fixed amount, so that teasers of a line count little, and lines of links count against
/// (after the density sums of Sun, Song and Liao 2011).
/// </summary>
static class Container
{
    const double FreeLength = 40;
    const double ShortCost = 15;
    const double TeaserShare = .25;

    public static IElement? Find(IReadOnlyList<Block> blocks, Teasers teasers)
    {
        var weights = new Dictionary<IElement, double>();
        foreach (var block in blocks)
        {
            var weight = Weight(block, teasers);
            for (var element = block.Element; element is not null; element = element.ParentElement)
                weights[element] = weights.GetValueOrDefault(element) + weight;
        }

        var candidates = weights.Where(pair => pair.Value > 0 && pair.Key.LocalName is not ("p" or "html")).ToList();
        return candidates.Count == 0 ? null : candidates.MaxBy(pair => (pair.Value * Trust(pair.Key), Depth(pair.Key))).Key;
    }

    static double Weight(Block block, Teasers teasers)
    {
        if (block.IsMostlyLinks)
            return -FreeLength / 2 - block.Text.Length / 2.0;
        if (block.IsRunning && !Furniture.IsLine(block.Text))
            return (block.Text.Length - block.Linked - (block.IsProse ? FreeLength / 2 : FreeLength)) * (teasers.Hold(block) ? TeaserShare : 1);
        return block.IsHeading || block.IsProse ? 0 : -ShortCost;
    }

    /// <summary>How far the markup says that this is the article.</summary>
    static double Trust(IElement element)
    {
        if (element.GetAttribute("itemprop") == "articleBody" || element.GetAttribute("name") == "articleBody" || NameParts.Whole(element).Any(BodyNames.Match))
            return 1.3;
        return element.LocalName switch
        {
            "article" => 1.15,
            "main" => 1.05,
            _ => 1,
        };
    }

    static int Depth(IElement element) => element.Ancestors().Count();
}
