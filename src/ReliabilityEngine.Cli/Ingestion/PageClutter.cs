using System.Collections.Frozen;
using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>The parts of a page that are never its article.</summary>
static class PageClutter
{
    const string Elements =
        "script, style, noscript, template, nav, aside, footer, form, button, svg, iframe, select, figure, figcaption, video, audio, "
        + "[hidden], [aria-hidden=true], [role=navigation], [role=complementary], [role=banner], [role=contentinfo], [role=dialog], [role=alert]";

    /// <summary>Words that class names and ids of such parts are made of.</summary>
    static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            "ad", "ads", "advert", "advertisement", "mpu", "sponsor", "sponsored", "outbrain", "taboola",
            "comment", "comments", "disqus", "share", "sharing", "social", "cookie", "cookies", "consent", "gdpr",
            "newsletter", "subscribe", "subscription", "signup", "promo", "related", "recommended", "recommendations", "readmore",
            "trending", "popular", "ticker", "menu", "nav", "navbar", "navigation", "breadcrumb", "breadcrumbs", "sidebar", "footer", "foot",
            "caption", "cap", "credit", "gallery", "tags", "tag", "toolbar", "topbar", "popup", "modal", "overlay",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static void Remove(IDocument page)
    {
        foreach (var element in page.QuerySelectorAll(Elements).ToList())
            element.Remove();
        foreach (var element in page.QuerySelectorAll("[class], [id]").Where(IsClutter).ToList())
            element.Remove();
    }

    /// <summary>Names such as "with-sidebar" stand on the whole page too, so what holds the headline stays.</summary>
    static bool IsClutter(IElement element) =>
        (HasName(element.ClassName) || HasName(element.Id))
        && element.LocalName is not ("html" or "body" or "article" or "main")
        && element.QuerySelector("h1, article, main, [itemprop=articleBody]") is null;

    static bool HasName(string? name) =>
        name?.Split([' ', '-', '_', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries).Any(Names.Contains) == true;
}
