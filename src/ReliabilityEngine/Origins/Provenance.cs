using System.Collections.Immutable;

namespace ReliabilityEngine.Origins;

/// <summary>An article as others are told of it.</summary>
/// <param name="Outlet">Canonical.</param>
/// <param name="Date">Published, or, where that is not known, first seen.</param>
public sealed record SeenArticle(string Outlet, string Id, string? Title, DateTimeOffset Date);

/// <summary>A report of the same event by another outlet, which is no copy.</summary>
/// <param name="Shared">The words that tell the event.</param>
public sealed record Corroboration(SeenArticle Article, ImmutableArray<string> Shared);

/// <summary>Where an article comes from, and who else reports the same on his own.</summary>
public sealed record Provenance
{
    /// <summary>Credited by the article or by a copy of it.</summary>
    public ImmutableArray<string> Agencies { get; init; } = [];

    /// <summary>The article itself credits no agency; a copy of it does.</summary>
    public bool CopiesAgency { get; init; }

    /// <summary>Other articles with nearly the same text, the oldest first.</summary>
    public ImmutableArray<SeenArticle> Copies { get; init; } = [];

    /// <summary>The oldest article with this text; null where it is this one.</summary>
    public SeenArticle? FirstSeen { get; init; }

    public ImmutableArray<Corroboration> Corroborations { get; init; } = [];

    /// <summary>Independent ones besides its own: corroborations that are copies of each other, or of one agency, count once.</summary>
    public int Origins { get; init; }

    public bool IsEmpty => Agencies.IsEmpty && Copies.IsEmpty && Corroborations.IsEmpty;

    /// <summary>In sentences, for people.</summary>
    public IEnumerable<string> Sentences()
    {
        if (!Agencies.IsEmpty)
            yield return $"{(CopiesAgency ? "A copy of agency text" : "Credited to")}: {string.Join(", ", Agencies)}.";
        if (!Copies.IsEmpty)
            yield return $"Nearly the same text: {Named(Copies)}{(FirstSeen is { } first ? $"; first seen at {first.Outlet}, {first.Date.UtcDateTime:yyyy-MM-dd}" : "; first seen here")}.";
        if (Corroborations.IsEmpty)
            yield break;
        yield return $"Corroborated by {Named([.. Corroborations.Select(corroboration => corroboration.Article)])}, not copies: "
            + $"{(Origins == 1 ? "one independent origin" : $"{Origins} independent origins")} besides its own.";
        foreach (var corroboration in Corroborations.Take(MostNamed))
            yield return $"The same event as {corroboration.Article.Outlet}/{corroboration.Article.Id}: both have {string.Join(", ", corroboration.Shared.Take(MostShared))}.";
    }

    const int MostNamed = 5;
    const int MostShared = 8;

    static string Named(ImmutableArray<SeenArticle> articles)
    {
        var outlets = articles.Select(article => article.Outlet).Distinct(StringComparer.Ordinal).ToArray();
        var named = outlets.Length switch
        {
            1 => outlets[0],
            <= MostNamed => $"{string.Join(", ", outlets[..^1])} and {outlets[^1]}",
            _ => $"{string.Join(", ", outlets[..MostNamed])} and {outlets.Length - MostNamed} more",
        };
        return articles.Length == outlets.Length ? named : $"{named} ({articles.Length} articles)";
    }
}
