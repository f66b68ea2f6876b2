using System.Collections.Immutable;

namespace ReliabilityEngine.Cli.Ingestion.Feeds;

/// <summary>What a feed holds now.</summary>
/// <param name="Interval">How often it asks to be read, where it says so.</param>
/// <param name="Parts">Further sitemaps that an index of sitemaps names.</param>
sealed record Feed(string? Title, TimeSpan? Interval, ImmutableArray<FeedItem> Items, ImmutableArray<string> Parts)
{
    /// <summary>Parts that could not be read.</summary>
    public ImmutableArray<BadInput> Lacks { get; init; } = [];

    public static Feed Of(string? title, TimeSpan? interval, IEnumerable<FeedItem> items) => new(title, interval, [.. items], []);
}

/// <summary>An article as a feed announces it.</summary>
/// <param name="Id">What the feed calls it, else its address: by this it is known again.</param>
/// <param name="Body">Its text, or the beginning, as the feed carries it.</param>
sealed record FeedItem(string Id, string? Link, string? Title, string? Author, string? Published, string? Updated, string? Body)
{
    /// <summary>The body is plain text; else it is HTML.</summary>
    public bool BodyIsPlain { get; init; }

    /// <summary>The body claims to be the whole text and no summary.</summary>
    public bool BodyIsWhole { get; init; }

    public string? Outlet { get; init; }
}
