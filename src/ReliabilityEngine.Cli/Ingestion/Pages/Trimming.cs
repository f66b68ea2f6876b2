using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>Takes what is not the article's own out of its container.</summary>
static class Trimming
{
    /// <summary>A heading of other things this near the end ends the article; earlier it is a box between paragraphs.</summary>
    const double Tail = .35;

    const double LeastBesideTeasers = .25;

    public static List<Block> Trim(IElement container, IReadOnlyList<Block> blocks, PageMetadata metadata, Teasers teasers)
    {
        var boxes = LinkBoxes(container, blocks);
        var own = WithoutLists(WithoutTeasers(blocks, teasers)).Where(block => !boxes.Any(box => box.Contains(block.Element)) && IsOwn(block, metadata)).ToList();
        own = [.. own.SkipWhile(block => !block.IsRunning && !block.IsHeading)];
        return WithoutBareHeadings(own);
    }

    static bool IsOwn(Block block, PageMetadata metadata)
    {
        if (block.IsEmbeddedPost)
            return true;
        if (block.IsMostlyLinks)
            return false;
        if (Furniture.IsLine(block.Text) || Furniture.IsLabel(block) || metadata.Repeats(block.Text))
            return false;
        if (block.Element.LocalName is "td" or "th" && !block.IsRunning)
            return false;
        return block.IsHeading || block.IsProse || block.IsRunning;
    }

    /// <summary>Unless little else is there, as where every entry of a running report has its own address.</summary>
    static IReadOnlyList<Block> WithoutTeasers(IReadOnlyList<Block> blocks, Teasers teasers)
    {
        var kept = blocks.Where(block => !teasers.Hold(block)).ToList();
        return LengthOf(kept) >= LeastBesideTeasers * LengthOf(blocks) ? kept : blocks;
    }

    static int LengthOf(IEnumerable<Block> blocks) => blocks.Where(block => block.IsRunning).Sum(block => block.Text.Length);

    /// <summary>Boxes between the paragraphs that hold little but links.</summary>
    static List<IElement> LinkBoxes(IElement container, IReadOnlyList<Block> blocks)
    {
        var tallies = new Dictionary<IElement, (int Linked, int Length, int Running)>();
        foreach (var block in blocks)
        {
            for (var element = block.Element; element is not null && element != container; element = element.ParentElement)
            {
                var tally = tallies.GetValueOrDefault(element);
                tallies[element] = (tally.Linked + block.Linked, tally.Length + block.Text.Length, tally.Running + (block.IsRunning ? block.Text.Length : 0));
            }
        }

        return [.. tallies
            .Where(pair => pair.Key.LocalName is not ("p" or "li") && pair.Value.Linked * 2 > pair.Value.Length && pair.Value.Running * 2 < pair.Value.Length)
            .Select(pair => pair.Key)];
    }

    /// <summary>Leaves out what headings such as "Most read" head: their box, or all until paragraphs go on where they stood before.</summary>
    static IEnumerable<Block> WithoutLists(IReadOnlyList<Block> blocks)
    {
        var running = LengthOf(blocks);
        var left = running;
        var isInList = false;
        var places = new HashSet<string>();
        foreach (var block in blocks)
        {
            isInList = (isInList && !(block.IsRunning && block.IsProse && places.Contains(PlaceOf(block)))) || (Furniture.HeadsList(block) && left < Tail * running);
            if (block.IsRunning)
                left -= block.Text.Length;
            if (isInList)
                continue;
            if (block.IsRunning)
                places.Add(PlaceOf(block));
            yield return block;
        }
    }

    /// <summary>Paragraphs of one article stand in elements of one kind.</summary>
    public static string PlaceOf(Block block) => block.Element.ParentElement is { } parent ? $"{block.Element.LocalName} in {parent.LocalName}.{parent.ClassName}" : "";

    /// <summary>A heading with nothing under it headed what has been left out.</summary>
    static List<Block> WithoutBareHeadings(List<Block> blocks)
    {
        var kept = new Stack<Block>(blocks.Count);
        foreach (var block in Enumerable.Reverse(blocks))
        {
            var isBare = block.IsHeading && (!kept.TryPeek(out var next) || (next.IsHeading && next.Element.LocalName == block.Element.LocalName));
            if (!isBare)
                kept.Push(block);
        }

        return [.. kept];
    }
}
