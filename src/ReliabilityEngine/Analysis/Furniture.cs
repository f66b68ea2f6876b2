using ReliabilityEngine.Text;

namespace ReliabilityEngine.Analysis;

public enum FurnitureKind : byte
{
    Title,
    Byline,
    Dateline,
    Agency,
    Share,
    Comments,
    Cookies,
    Disclaimer,
    Translator,
    Other,
}

/// <summary>A part of the text that is not the article's own prose.</summary>
public readonly record struct Furniture(TextSpan Span, FurnitureKind Kind);
