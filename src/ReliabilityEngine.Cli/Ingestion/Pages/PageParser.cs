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

    static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");

    /// <summary>Elements that have no end tag, or may go without it, so that they do not nest.</summary>
    static readonly FrozenSet<string> Flat = FrozenSet.ToFrozenSet(
        [
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
            "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "html", "head", "body",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where the page is nested deeper than any that a publisher makes.</summary>
    public static IDocument? Parse(string html) =>
        Nesting(html) > DeepestNesting ? null : new HtmlParser(new() { IsScripting = false }).ParseDocument(html);

    /// <summary>How deep elements lie in one another, counted on the tags alone.</summary>
    static int Nesting(ReadOnlySpan<char> html)
    {
        var names = Flat.GetAlternateLookup<ReadOnlySpan<char>>();
        var (depth, deepest) = (0, 0);
        while (html.IndexOf('<') is >= 0 and var at)
        {
            html = html[(at + 1)..];
            var closes = html is ['/', ..];
            var tag = closes ? html[1..] : html;
            if (tag.IsEmpty || !char.IsAsciiLetter(tag[0]))
                continue;
            var end = tag.IndexOfAny(NameEnds);
            if (names.Contains(end < 0 ? tag : tag[..end]))
                continue;
            depth = Math.Max(0, depth + (closes ? -1 : 1));
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }
}
