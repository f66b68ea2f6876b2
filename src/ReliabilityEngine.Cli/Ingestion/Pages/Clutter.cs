using System.Collections.Frozen;
using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>Decides which parts of a page are not its article.</summary>
/// <param name="title">The element that shows the article's title, where one does: what holds it, holds the article.</param>
/// <param name="isLenient">Only what never holds an article goes; for pages whose names mislead.</param>
sealed class Clutter(IElement root, IElement? title, bool isLenient)
{
    /// <summary>What holds more of the page's text than this is not beside the article, whatever it is called.</summary>
    const double MostBeside = .4;

    /// <summary>A form around this much is the page itself, as some systems build it.</summary>
    const double MostForm = .5;

    /// <summary>Characters to one phrase of consent: an article about cookies speaks of other things too.</summary>
    const int ConsentDensity = 220;
    const int LeastConsent = 3;
    const int LongestWall = 2000;
    const double MostProseInCard = .7;
    const int LongestSignUp = 600;

    static readonly FrozenSet<string> Elements = FrozenSet.ToFrozenSet(
        [
            "nav", "footer", "button", "svg", "math", "iframe", "object", "embed", "select", "textarea", "input", "video", "audio", "canvas",
            "dialog", "menu", "amp-ad", "amp-sidebar", "amp-consent", "amp-list", "amp-iframe", "amp-user-notification", "amp-next-page",
            "amp-analytics", "amp-social-share", "amp-embed", "amp-sticky-ad",
        ]);

    static readonly FrozenSet<string> LenientlyKept = FrozenSet.ToFrozenSet(["aside", "figure", "figcaption"]);

    static readonly FrozenSet<string> Roles = FrozenSet.ToFrozenSet(
        ["navigation", "complementary", "banner", "contentinfo", "dialog", "alertdialog", "alert", "menu", "menubar", "toolbar", "tablist", "search", "tooltip"]);

    static readonly FrozenSet<string> ForEars = FrozenSet.ToFrozenSet(["sronly", "visuallyhidden", "visuallyhide", "screenreadertext", "screenreaderonly", "assistivetext", "uvisuallyhidden"]);

    readonly RunningText _text = new(root);
    readonly HashSet<INode> _aroundTitle = [.. title?.Ancestors() ?? []];
    readonly HashSet<IElement> _threads = [.. CommentThreads.In(root)];

    public bool Is(IElement element)
    {
        if (IsUnseen(element) || Elements.Contains(element.LocalName))
            return true;
        if (element.LocalName is "html" or "body" || _aroundTitle.Contains(element) || element == title || IsArticleBody(element))
            return false;
        return _threads.Contains(element) || IsForm(element) || AsksForConsent(element) || IsNamed(element) || (!isLenient && IsMarkedBeside(element));
    }

    /// <summary>What a browser does not show, or shows to no one's eyes.</summary>
    public static bool IsUnseen(IElement element) =>
        element.LocalName is "script" or "style" or "noscript" or "template" or "head" or "title"
        || element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || IsForEars(element)
        || (element.GetAttribute("style") is { } style && IsHiddenBy(style.Replace(" ", "", StringComparison.Ordinal)));

    static bool IsHiddenBy(string style) =>
        style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);

    /// <summary>Unless it says the word that an ornamental first letter before it begins.</summary>
    static bool IsForEars(IElement element) =>
        element.ClassName is { } names
        && names.Split(' ').Any(name => ForEars.Contains(NameParts.Folded(name)))
        && element.PreviousElementSibling?.GetAttribute("aria-hidden") != "true";

    bool IsForm(IElement element) => element.LocalName is "form" or "fieldset" && _text.ShareOf(element) < MostForm;

    bool AsksForConsent(IElement element) =>
        _text.ConsentIn(element) is >= LeastConsent and var phrases && phrases * ConsentDensity >= _text.LengthOf(element);

    bool IsNamed(IElement element)
    {
        var isFrame = element.LocalName is "main" && _text.ShareOf(element) > MostBeside;
        return !isFrame && NameParts.Of(element).Any(part => PageWords.Foreign.Contains(part) || (PageWords.Wall.Contains(part) && SaysWall(element))) && !HoldsBody(element);
    }

    /// <summary>Some systems call by the same names what stands behind the wall.</summary>
    bool SaysWall(IElement element) =>
        _text.LengthOf(element) <= LongestWall
        && element.TextContent is var text
        && (PageWords.Walls.Any(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase)) || Furniture.IsLine(text));

    bool IsMarkedBeside(IElement element) =>
        LenientlyKept.Contains(element.LocalName)
        || IsInlineCard(element)
        || IsSignUp(element)
        || (element.GetAttribute("role") is { } role && Roles.Contains(role.Trim().ToLowerInvariant()))
        || HasNameBeside(element);

    bool HasNameBeside(IElement element) =>
        element.LocalName is not ("article" or "main")
        && !IsWithinSentence(element)
        && NameParts.Of(element).Any(PageWords.Beside.Contains)
        && _text.ShareOf(element) < MostBeside
        && !HoldsBody(element)
        && element.QuerySelector(Block.EmbeddedPosts) is null;

    /// <summary>A dateline or the name of a person, marked up within its paragraph; but not a picture with its caption.</summary>
    static bool IsWithinSentence(IElement element) =>
        !HoldsPicture(element) && !(element.ParentElement is { LocalName: "span" } around && HoldsPicture(around)) && element is { LocalName: "span" or "a" or "em" or "strong" or "b" or "i" or "time", ParentElement.LocalName: "p" or "li" or "blockquote" or "span" or "h2" or "h3" };

    /// <summary>A box that asks for an address to send letters to, whatever it holds besides.</summary>
    bool IsSignUp(IElement element) =>
        NameParts.Whole(element).Append(element.GetAttribute("name") ?? "").Any(name => PageWords.SignUps.Any(NameParts.Folded(name).Contains))
        && _text.LengthOf(element) <= LongestSignUp
        && _text.ShareOf(element) < MostBeside
        && !HoldsBody(element);

    static bool HoldsPicture(IElement element) => element.QuerySelector("img") is not null;

    /// <summary>A person's picture with links to stories about them, that shows when the name in the sentence is pointed at.</summary>
    static bool IsInlineCard(IElement element) =>
        element.LocalName == "span" && HoldsPicture(element) && element.QuerySelectorAll("a[href]") is { Length: > 1 } links
        && links.Sum(link => link.TextContent.Length) > MostProseInCard * element.TextContent.AsSpan().Trim().Length;

    static bool HoldsBody(IElement element) => element.QuerySelector("[itemprop=articleBody], [name=articleBody]") is not null;

    static bool IsArticleBody(IElement element) =>
        element.GetAttribute("itemprop") == "articleBody" || element.GetAttribute("name") == "articleBody" || NameParts.Whole(element).Any(BodyNames.Match);
}
