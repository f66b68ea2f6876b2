using System.Buffers;
using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>From characters to a tree, for pages that strangers wrote.</summary>
static class PageParser
{
    /// <summary>Real pages stay under a hundred; every walk over the tree takes a frame of the stack a level.</summary>
    public const int DeepestNesting = 400;

    /// <summary>
    /// Scripts hold tags that are none, up to a thousand deep in real pages; but where a script ends cannot be told without parsing, and a tree
    /// much deeper than this takes long to build.
    /// </summary>
    const int DeepestWithScripts = 3000;

    static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");

    /// <summary>Elements that have no end tag, or may go without it, so that they do not nest.</summary>
    static readonly FrozenSet<string> Flat = FrozenSet.ToFrozenSet(
        [
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
            "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "html", "head", "body",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Shapes that pictures are drawn of; within one they may close themselves.</summary>
    static readonly FrozenSet<string> Shapes = FrozenSet.ToFrozenSet(
        [
            "svg", "g", "path", "circle", "rect", "line", "polygon", "polyline", "ellipse", "use", "stop", "defs", "symbol", "mask", "image",
            "clippath", "lineargradient", "radialgradient", "pattern", "filter",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where the page is nested deeper than any that a publisher makes.</summary>
    public static IDocument? Parse(string html)
    {
        // Counted on the tags first, as building a deep tree takes long; then exactly.
        if (TagNesting(html, readsScripts: false) > DeepestNesting || TagNesting(html, readsScripts: true) > DeepestWithScripts)
            return null;
        var page = new HtmlParser(new() { IsScripting = false }).ParseDocument(html);
        return Depth(page) > DeepestNesting ? null : page;
    }

    static int TagNesting(ReadOnlySpan<char> html, bool readsScripts)
    {
        var (flat, shapes) = (Flat.GetAlternateLookup<ReadOnlySpan<char>>(), Shapes.GetAlternateLookup<ReadOnlySpan<char>>());
        var (depth, deepest, isDrawing) = (0, 0, false);
        while (html.IndexOf('<') is >= 0 and var at)
        {
            html = html[(at + 1)..];
            var closes = html is ['/', ..];
            var tag = closes ? html[1..] : html;
            if (tag.IsEmpty || !char.IsAsciiLetter(tag[0]))
                continue;
            var end = tag.IndexOfAny(NameEnds);
            var name = end < 0 ? tag : tag[..end];
            isDrawing = isDrawing ? shapes.Contains(name) : name.Equals("svg", StringComparison.OrdinalIgnoreCase);
            if (flat.Contains(name) || (isDrawing && ClosesItself(tag)))
                continue;
            depth = Math.Max(0, depth + (closes ? -1 : 1));
            deepest = Math.Max(deepest, depth);
            if (!closes && !readsScripts)
                html = AfterRawText(name, html);
        }

        return deepest;
    }

    static bool ClosesItself(ReadOnlySpan<char> tag) => tag.IndexOf('>') is > 0 and var end && tag[end - 1] == '/';

    /// <summary>What stands in a script only looks like tags.</summary>
    static ReadOnlySpan<char> AfterRawText(ReadOnlySpan<char> name, ReadOnlySpan<char> html)
    {
        var end = name.Equals("script", StringComparison.OrdinalIgnoreCase) ? "</script" : name.Equals("style", StringComparison.OrdinalIgnoreCase) ? "</style" : null;
        if (end is null)
            return html;
        var at = html.IndexOf(end, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? [] : html[at..];
    }

    static int Depth(INode root)
    {
        var (depth, deepest) = (0, 0);
        for (var node = root; node is not null;)
        {
            if (node.FirstChild is { } child)
            {
                node = child;
                deepest = Math.Max(deepest, ++depth);
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                depth--;
            }

            node = node == root ? null : node?.NextSibling;
        }

        return deepest;
    }
}
