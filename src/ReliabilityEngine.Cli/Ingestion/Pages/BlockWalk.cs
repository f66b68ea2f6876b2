using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>Cuts a page into blocks, in reading order, passing over what is clutter.</summary>
/// <param name="title">Stands alone, even where it is only larger letters among others.</param>
/// <param name="partingBreaks">How many line breaks in a row part blocks.</param>
sealed class BlockWalk(Func<IElement, bool> isClutter, IElement? title, int partingBreaks)
{
    static readonly FrozenSet<string> Inline = FrozenSet.ToFrozenSet(
        [
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
            "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
        ]);

    readonly List<Block> _blocks = [];
    readonly StringBuilder _text = new();
    readonly List<string> _links = [];
    int _linked;
    int _breaks;

    public static List<Block> Of(IElement root, Func<IElement, bool> isClutter, IElement? title = null) => Of(root, new(isClutter, title, partingBreaks: 2));

    public static List<Block> LinesOf(IElement root) => Of(root, new(Clutter.IsUnseen, title: null, partingBreaks: 1));

    static List<Block> Of(IElement root, BlockWalk walk)
    {
        walk.VisitBlock(root);
        return walk._blocks;
    }

    void VisitBlock(IElement block)
    {
        VisitChildren(block, block, isLinked: false);
        Flush(block);
    }

    void VisitChildren(INode node, IElement block, bool isLinked)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
                Append(text.Data, block, isLinked);
            else if (child is IElement element && !isClutter(element))
                VisitElement(element, block, isLinked);
        }
    }

    void VisitElement(IElement element, IElement block, bool isLinked)
    {
        if (element.LocalName == "br")
        {
            Break(block);
        }
        else if (Inline.Contains(element.LocalName) && element != title)
        {
            var isAnchor = element.LocalName == "a" && element.HasAttribute("href");
            if (isAnchor)
                _links.Add(element.GetAttribute("href")!);
            VisitChildren(element, block, isLinked || isAnchor);
        }
        else
        {
            Flush(block);
            VisitInner(element, isLinked);
        }
    }

    /// <summary>A link may hold whole blocks, as cards of other stories do.</summary>
    void VisitInner(IElement element, bool isLinked)
    {
        VisitChildren(element, element, isLinked);
        Flush(element);
    }

    /// <summary>Mostly, two line breaks in a row part paragraphs, and one is a space.</summary>
    void Break(IElement block)
    {
        if (++_breaks >= partingBreaks)
            Flush(block);
        else if (_text.Length > 0 && _text[^1] != ' ')
            _text.Append(' ');
    }

    void Append(string data, IElement block, bool isLinked)
    {
        if (block.LocalName == "pre" && data.Split("\n\n") is { Length: > 1 } paragraphs)
        {
            foreach (var paragraph in paragraphs)
            {
                Append(paragraph, block, isLinked);
                Flush(block);
            }

            return;
        }

        var before = _text.Length;
        foreach (var character in data)
            Append(character);
        if (isLinked)
            _linked += _text.Length - before;
    }

    void Append(char character)
    {
        if (character is '\u00ad' or '\u200b' or '\ufeff' or '\u2060')
            return;
        if (char.IsWhiteSpace(character) || char.IsControl(character))
        {
            if (_text.Length > 0 && _text[^1] != ' ')
                _text.Append(' ');
            return;
        }

        _breaks = 0;
        _text.Append(character);
    }

    void Flush(IElement block)
    {
        var text = _text.ToString().Trim();
        if (text.Length > 0)
            _blocks.Add(new(block, text, Math.Min(_linked, text.Length), [.. _links]));
        _text.Clear();
        _links.Clear();
        _linked = 0;
        _breaks = 0;
    }
}
