using System.Text;
using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>A page's main text, found by structure: the element whose own paragraphs carry most running text.</summary>
/// <param name="Element">Null where there is no text.</param>
sealed record MainText(string Text, IElement? Element)
{
    const string Blocks = "p, li, blockquote, pre, h2, h3, h4, h5, h6, dd";
    const int ShortestParagraph = 25;
    const double MostLinked = 0.5;

    /// <param name="title">Left out where a heading repeats it.</param>
    public static MainText Find(IDocument page, string? title)
    {
        PageClutter.Remove(page);
        var element = Best(page);
        if (element is null)
            return new("", null);
        var paragraphs = Paragraphs(element).Where(paragraph => !paragraph.Equals(title, StringComparison.OrdinalIgnoreCase));
        return new(string.Join("\n\n", paragraphs), element);
    }

    /// <summary>A paragraph counts for its parent, and by half for the parent's parent (Kohlschütter et al. 2010 for the density of links).</summary>
    static IElement? Best(IDocument page)
    {
        var marked = page.QuerySelector("[itemprop=articleBody]");
        if (marked is not null && Weight(marked) > 0)
            return marked;
        var weights = new Dictionary<IElement, double>();
        foreach (var block in page.QuerySelectorAll("p, pre, blockquote, div").Where(HasOwnText))
        {
            var weight = Weight(block);
            var holder = block.LocalName == "div" ? block : block.ParentElement;
            Add(holder, weight);
            Add(holder?.ParentElement, weight / 2);
        }

        return weights.Count == 0 ? null : weights.MaxBy(pair => pair.Value).Key;

        void Add(IElement? element, double weight)
        {
            if (element is not null && weight > 0)
                weights[element] = weights.GetValueOrDefault(element) + weight;
        }
    }

    /// <summary>Characters of running text; links weigh nothing.</summary>
    static double Weight(IElement block)
    {
        var length = Plain(block.TextContent).Length;
        var linked = block.QuerySelectorAll("a").Sum(anchor => Plain(anchor.TextContent).Length);
        return length < ShortestParagraph || linked > MostLinked * length ? 0 : length - linked;
    }

    static IEnumerable<string> Paragraphs(IElement element)
    {
        var blocks = element.QuerySelectorAll(Blocks).Where(block => block.QuerySelector(Blocks) is null).ToList();
        var texts = blocks.Where(block => block.LocalName == "p" || !IsLinkList(block)).SelectMany(Lines).ToList();
        return texts.Sum(text => text.Length) * 2 >= Plain(element.TextContent).Length ? texts : Lines(element);
    }

    static bool IsLinkList(IElement block) =>
        block.QuerySelectorAll("a").Sum(anchor => Plain(anchor.TextContent).Length) > MostLinked * Plain(block.TextContent).Length;

    /// <summary>The text of a block; two line breaks in a row part paragraphs.</summary>
    static IEnumerable<string> Lines(IElement block)
    {
        var text = new StringBuilder();
        Append(block, text);
        return text.ToString().Split("\n\n").Select(Plain).Where(line => line.Length > 0);
    }

    static void Append(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
                text.Append(string.Join(' ', words.Data.Split('\n', '\r')));
            else if (child is IElement { LocalName: "br" })
                text.Append('\n');
            else if (child is IElement { LocalName: "p" or "div" or "section" or "li" or "blockquote" or "h2" or "h3" or "h4" } block)
                AppendBlock(block, text);
            else
                Append(child, text);
        }
    }

    static void AppendBlock(IElement block, StringBuilder text)
    {
        text.Append("\n\n");
        Append(block, text);
        text.Append("\n\n");
    }

    static bool HasOwnText(IElement block) =>
        block.LocalName != "div" || block.ChildNodes.OfType<IText>().Sum(text => text.Data.Trim().Length) >= ShortestParagraph;

    static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
