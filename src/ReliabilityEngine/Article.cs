using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace ReliabilityEngine;

/// <summary>A news article as it came in.</summary>
public sealed record Article
{
    public const string UnknownOutlet = "unknown";

    /// <summary>Unique within an outlet; <see cref="ContentId"/> where the publisher gives none.</summary>
    public required string Id { get; init; }

    /// <summary>Who published it, as given: a name or a host name.</summary>
    public string Outlet { get; init; } = UnknownOutlet;

    public string? Title { get; init; }

    public string? Byline { get; init; }

    public string? Url { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>The body; every span of an analysis counts UTF-16 code units of this string.</summary>
    public required string Text { get; init; }

    /// <summary>Addresses that the article links to, where the format that it came in keeps them.</summary>
    public ImmutableArray<string> Links { get; init; } = [];

    /// <summary>The text is known to be only a part, as where a subscription wall hides the rest.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The first 16 hex digits of the SHA-256 over outlet, title and text, each ended by a line feed but the last.</summary>
    public static string ContentId(string? outlet, string? title, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{outlet}\n{title}\n{text}")))[..16];
}
