using System.Collections.Immutable;
using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>A run of text that a reader sees as one paragraph, heading, list item or line.</summary>
/// <param name="Element">The innermost block-level element around it.</param>
/// <param name="Linked">Characters of the text that are links.</param>
/// <param name="Links">Where the links go, as written.</param>
sealed record Block(IElement Element, string Text, int Linked, ImmutableArray<string> Links)
{
    const int LongestLabel = 80;
    const int FewestWords = 10;

    public int Words { get; } = Text.Count(' ') + 1;

    public bool IsHeading => Element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6"
        || (Text.Length <= LongestLabel && Element.LocalName is "header" or "hgroup");

    /// <summary>Elements that authors write text in, and templates seldom put labels in.</summary>
    public bool IsProse => Element.LocalName is "p" or "li" or "blockquote" or "pre" or "dd" || Element.Closest("p, li, blockquote") is not null;

    public bool IsMostlyLinks => Linked * 2 > Text.Length;

    public bool EndsSentence => Text.TrimEnd('"', '\'', '”', '’', '»', ')', ']') is [.., '.' or '!' or '?' or '…' or ':'];

    /// <summary>A paragraph as running text has it.</summary>
    public bool IsRunning => !IsHeading && !IsMostlyLinks && (Words >= FewestWords || (EndsSentence && Words >= FewestWords / 2));
}
