using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using ReliabilityEngine.Origins;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>Articles with nearly the same text.</summary>
/// <param name="Articles">The oldest first.</param>
/// <param name="Agencies">That any of them credits.</param>
sealed record TextCluster(long Key, ImmutableArray<SeenArticle> Articles, ImmutableArray<string> Agencies)
{
    public int Outlets => Articles.Select(article => article.Outlet).Distinct(StringComparer.Ordinal).Count();
}

/// <summary>Reads where stored articles come from.</summary>
sealed class OriginQuery(Database database)
{
    const string Seen = "a.outlet, a.id, a.title, coalesce(a.published, s.seen_at) AS seen";

    public Provenance Of(long article)
    {
        if (database.Connection.Query<(long Cluster, string? Agency)>("SELECT cluster, agency FROM sketches WHERE article = @article", new { article }).ToList() is not [var own])
            return new();
        var rows = database.Connection.Query<MemberRow>(
            $"SELECT s.cluster, s.agency, s.article, {Seen} FROM sketches s JOIN articles a ON a.key = s.article WHERE s.cluster = @Cluster ORDER BY seen, s.article", new { own.Cluster }).ToList();
        var corroborations = Corroborations(article);
        ImmutableArray<string> agencies = [.. rows.SelectMany(row => Agencies.Read(row.Agency)).Distinct(StringComparer.Ordinal)];
        return new()
        {
            Agencies = agencies,
            CopiesAgency = own.Agency is null && !agencies.IsEmpty,
            Copies = [.. rows.Where(row => row.Article != article).Select(row => row.ToSeen())],
            FirstSeen = rows[0].Article == article ? null : rows[0].ToSeen(),
            Corroborations = corroborations,
            Origins = corroborations.IsEmpty ? 0 : new OriginStore(database, Ratings.AdmiraltyScale.Default).OriginsOf(article),
        };
    }

    /// <summary>Those of several articles, the largest first.</summary>
    public IEnumerable<TextCluster> Clusters() =>
        database.Connection.Query<MemberRow>(
            $"""
            SELECT s.cluster, s.agency, s.article, {Seen} FROM sketches s JOIN articles a ON a.key = s.article
            WHERE s.cluster IN (SELECT cluster FROM sketches GROUP BY cluster HAVING count(*) > 1)
            ORDER BY s.cluster, seen, s.article
            """)
            .GroupBy(row => row.Cluster)
            .Select(group => new TextCluster(group.Key, [.. group.Select(row => row.ToSeen())], [.. group.SelectMany(row => Agencies.Read(row.Agency)).Distinct(StringComparer.Ordinal)]))
            .OrderByDescending(cluster => cluster.Articles.Length).ThenBy(cluster => cluster.Key);

    ImmutableArray<Corroboration> Corroborations(long article) =>
        [.. database.Connection.Query<(string Outlet, string Id, string? Title, string Seen, string Shared)>(
            $"SELECT {Seen}, c.shared FROM corroborations c JOIN sketches s ON s.article = c.other JOIN articles a ON a.key = c.other WHERE c.article = @article ORDER BY seen, a.key",
            new { article })
            .Select(row => new Corroboration(new(row.Outlet, row.Id, row.Title, Timestamps.Read(row.Seen)), [.. JsonSerializer.Deserialize<string[]>(row.Shared)!]))];

    /// <summary>No constructor to match: where there is no row, nothing tells that an expression would have been text.</summary>
    sealed record MemberRow
    {
        public long Cluster { get; init; }

        public string? Agency { get; init; }

        public long Article { get; init; }

        public required string Outlet { get; init; }

        public required string Id { get; init; }

        public string? Title { get; init; }

        public required string Seen { get; init; }

        public SeenArticle ToSeen() => new(Outlet, Id, Title, Timestamps.Read(Seen));
    }
}
