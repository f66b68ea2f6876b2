using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>Asks after short texts of elements that may be the whole of a long page, without reading that.</summary>
static class ShortText
{
    public static bool Fits(IElement element, int most)
    {
        var length = 0;
        foreach (var text in element.Descendants<IText>())
        {
            length += text.Length;
            if (length > most)
                return false;
        }

        return true;
    }

    /// <summary>Null where it is longer than that.</summary>
    public static string? Of(IElement element, int most) => Fits(element, most) ? element.TextContent : null;
}
