using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>The articles themselves, under their canonical outlet and id.</summary>
sealed class ArticleStore(Database database, OutletNames names)
{
    const string Columns = "key, outlet, id, given_outlet, title, byline, url, published, text, links, text_dropped_at, is_partial";

    public static string ContentHash(Article article) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{article.Outlet}\n{article.Title}\n{article.Text}")));

    /// <summary>
    /// Stores an article, in the place of the text that its outlet and id had before, which is kept as a revision. A former text that comes
    /// in again stands again: outlets take corrections back. That deliveries keep their order is for the queue to see to.
    /// </summary>
    public long Store(Article article, DateTimeOffset now, SqliteTransaction transaction) =>
        database.Connection.ExecuteScalar<long>(
            """
            INSERT INTO articles (outlet, id, given_outlet, title, byline, url, published, text, links, is_partial, content_hash, stored_at)
            VALUES (@outlet, @Id, @Outlet, @Title, @Byline, @Url, @published, @Text, @links, @IsPartial, @hash, @now)
            ON CONFLICT (outlet, id) DO UPDATE SET
                given_outlet = excluded.given_outlet, title = excluded.title, byline = excluded.byline, url = excluded.url,
                published = excluded.published, text = excluded.text, links = excluded.links, is_partial = excluded.is_partial,
                stored_at = iif(content_hash = excluded.content_hash AND text_dropped_at IS NULL, stored_at, excluded.stored_at),
                content_hash = excluded.content_hash, text_dropped_at = NULL
            RETURNING key
            """,
            new
            {
                outlet = names.Canonical(article.Outlet),
                article.Id,
                article.Outlet,
                article.Title,
                article.Byline,
                article.Url,
                published = article.Published is { } date ? Timestamps.Write(date) : null,
                article.Text,
                links = article.Links.Length > 0 ? JsonSerializer.Serialize(article.Links) : null,
                article.IsPartial,
                hash = ContentHash(article),
                now = Timestamps.Write(now),
            },
            transaction);

    /// <summary>The key of an article whose newest text is this; null where it is another by now.</summary>
    public long? FindNewest(Article article, SqliteTransaction transaction) =>
        database.Connection.ExecuteScalar<long?>(
            "SELECT key FROM articles WHERE outlet = @outlet AND id = @Id AND content_hash = @hash",
            new { outlet = names.Canonical(article.Outlet), article.Id, hash = ContentHash(article) }, transaction);

    /// <summary>The articles that an <c>id</c>, or an <c>outlet/id</c>, stands for.</summary>
    public IReadOnlyList<StoredArticle> Find(string reference)
    {
        var slash = Math.Max(0, reference.IndexOf('/'));
        return [.. database.Connection.Query<Row>(
            $"SELECT {Columns} FROM articles WHERE id = @reference OR (outlet = @outlet AND id = @id) ORDER BY outlet",
            new { reference, outlet = names.Canonical(reference[..slash]), id = reference[(slash + 1)..] }).Select(row => row.ToStored())];
    }

    /// <summary>The one article that a reference stands for; asks for the outlet where there are several.</summary>
    public StoredArticle Only(string reference) => Find(reference) switch
    {
        [var article] => article,
        [] => throw new Refusal($"{reference}: no such article in {database.Path}"),
        var several => throw new Refusal($"{reference}: several articles, expected one of {string.Join(", ", several.Select(article => article.Reference))}"),
    };

    public StoredArticle Get(long key) =>
        database.Connection.QuerySingle<Row>($"SELECT {Columns} FROM articles WHERE key = @key", new { key }).ToStored();

    /// <summary>The texts that an article has had, the newest one last; one that stood again and was followed again, where it was followed last.</summary>
    public IReadOnlyList<ArticleRevision> Revisions(long key) =>
        [.. database.Connection.Query<(string ContentHash, string? Title, string StoredAt)>(
            """
            SELECT content_hash, title, stored_at FROM (
                SELECT content_hash, title, stored_at, key AS place FROM revisions WHERE article = @key
                UNION ALL
                SELECT content_hash, title, stored_at, 9223372036854775807 FROM articles WHERE key = @key)
            ORDER BY place
            """,
            new { key }).Select((row, index) => new ArticleRevision(index + 1, row.ContentHash, row.Title, Timestamps.Read(row.StoredAt)))];

    /// <summary>The keys of the articles whose texts are there, and how many are not.</summary>
    /// <param name="outlet">Canonical; null for all.</param>
    public (IReadOnlyList<long> Keys, int Dropped) WithText(string? outlet)
    {
        var articles = database.Connection.Query<(long Key, long Dropped)>(
            "SELECT key, text_dropped_at IS NOT NULL FROM articles WHERE @outlet IS NULL OR outlet = @outlet ORDER BY key", new { outlet }).ToLookup(row => row.Dropped, row => row.Key);
        return ([.. articles[0]], articles[1].Count());
    }

    public int DeleteArticle(long key, SqliteTransaction transaction) =>
        database.Connection.Execute("DELETE FROM articles WHERE key = @key", new { key }, transaction);

    public IReadOnlyList<long> KeysOf(string outlet) =>
        [.. database.Connection.Query<long>("SELECT key FROM articles WHERE outlet = @outlet", new { outlet = names.Canonical(outlet) })];

    sealed record Row(
        long Key, string Outlet, string Id, string GivenOutlet, string? Title, string? Byline, string? Url, string? Published,
        string Text, string? Links, string? TextDroppedAt, long IsPartial)
    {
        public StoredArticle ToStored() => new(Key, Outlet, new()
        {
            Id = Id,
            Outlet = GivenOutlet,
            Title = Title,
            Byline = Byline,
            Url = Url,
            Published = Published is null ? null : Timestamps.Read(Published),
            Text = Text,
            IsPartial = IsPartial != 0,
            Links = Links is null ? [] : JsonSerializer.Deserialize<ImmutableArray<string>>(Links),
        })
        {
            TextDropped = TextDroppedAt is null ? null : Timestamps.Read(TextDroppedAt),
        };
    }
}

/// <param name="Number">Counted from 1, in the order of arrival.</param>
sealed record ArticleRevision(int Number, string ContentHash, string? Title, DateTimeOffset StoredAt);

/// <param name="Outlet">Canonical.</param>
sealed record StoredArticle(long Key, string Outlet, Article Article)
{
    public string Reference => $"{Outlet}/{Article.Id}";

    /// <summary>When its text was dropped, by the time that texts are kept; the text is empty then, its measurements and scores are not.</summary>
    public DateTimeOffset? TextDropped { get; init; }
}
