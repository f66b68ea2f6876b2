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
    const int LongSentence = 12;
    const int ShortSentence = 6;
    const int LeastUnlinked = 12;

    /// <summary>Posts of social networks, which come with the page and are dressed up by a script.</summary>
    public const string EmbeddedPosts = "blockquote.twitter-tweet, blockquote.twitter-video, blockquote.bluesky-embed, blockquote.mastodon-embed";

    /// <summary>Scripts without spaces have a word about every two characters.</summary>
    public int Words { get; } = Text.Count(' ') + 1 + Text.Count(letter => letter is >= '\u3040' and <= '\u9fff') / 2;

    public bool IsHeading => Element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6"
        || (Text.Length <= LongestLabel && Element.LocalName is "header" or "hgroup");

    /// <summary>Elements that authors write text in, and templates seldom put labels in.</summary>
    public bool IsProse => Element.LocalName is "p" or "li" or "blockquote" or "pre" or "dd" || Element.Closest("p, li, blockquote") is not null;

    public bool IsMostlyLinks => Linked * 2 > Text.Length && !IsLinkedSentence;

    public bool EndsSentence => Text.TrimEnd('"', '\'', '”', '’', '»', ')', ']', '」') is [.., '.' or '!' or '?' or '…' or ':' or '。' or '！' or '？'];

    /// <summary>What somebody wrote elsewhere, shown within the article as a whole.</summary>
    public bool IsEmbeddedPost => Element.Closest("blockquote") is { } quote && quote.Matches(EmbeddedPosts);

    /// <summary>A sentence of which the author linked most still is one; the name of another story is linked as a whole.</summary>
    bool IsLinkedSentence => IsProse && EndsSentence && Linked < Text.Length && (Words >= LongSentence || (Words >= ShortSentence && Text.Length - Linked >= LeastUnlinked));

    /// <summary>A paragraph as running text has it.</summary>
    public bool IsRunning => !IsHeading && !IsMostlyLinks && (Words >= FewestWords || (EndsSentence && Words >= FewestWords / 2));
}
