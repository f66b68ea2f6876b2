using Dapper;
using Microsoft.Data.Sqlite;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>What people said an article should score: one value a field and labeller, the newest that they gave.</summary>
sealed class LabelStore(Database database, OutletNames names)
{
    /// <summary>The labeller of what came along with the articles.</summary>
    public const string Imported = "import";

    public void Store(long article, string labeller, IReadOnlyDictionary<string, string> labels, DateTimeOffset now, SqliteTransaction transaction) =>
        Store(labels.Select(label => new StoredLabel(article, label.Key, labeller, label.Value, null, now)), transaction);

    /// <summary>An older label never takes the place of a newer one.</summary>
    public void Store(IEnumerable<StoredLabel> labels, SqliteTransaction transaction) =>
        database.Connection.Execute(
            """
            INSERT INTO labels (article, target, labeller, value, note, labelled_at)
            VALUES (@Article, @Field, @Labeller, @Value, @Note, @at)
            ON CONFLICT (article, target, labeller) DO UPDATE SET value = excluded.value, note = excluded.note, labelled_at = excluded.labelled_at
            WHERE excluded.labelled_at >= labels.labelled_at
            """,
            labels.Select(label => new { label.Article, label.Field, label.Labeller, label.Value, label.Note, at = Timestamps.Write(label.At) }),
            transaction);

    /// <summary>The articles that an outlet and an id stand for; all of the id where no outlet is given.</summary>
    public IReadOnlyList<long> Articles(string? outlet, string id) =>
        [.. database.Connection.Query<long>(
            "SELECT key FROM articles WHERE id = @id AND (@outlet IS NULL OR outlet = @outlet)",
            new { id, outlet = outlet is null ? null : names.Canonical(outlet) })];

    /// <summary>The labels by article, labeller and field; null asks for nothing.</summary>
    public IReadOnlyList<ArticleLabel> All(string? field = null, string? labeller = null, string? outlet = null) =>
        [.. database.Connection.Query<Row>(
            """
            SELECT l.article, a.outlet, a.id, l.target, l.labeller, l.value, l.note, l.labelled_at
            FROM labels l JOIN articles a ON a.key = l.article
            WHERE (@field IS NULL OR l.target = @field) AND (@labeller IS NULL OR l.labeller = @labeller) AND (@outlet IS NULL OR a.outlet = @outlet)
            ORDER BY a.outlet, a.id, l.labeller, l.target
            """,
            new { field, labeller, outlet = outlet is null ? null : names.Canonical(outlet) }).Select(row => row.ToLabel())];

    sealed record Row(long Article, string Outlet, string Id, string Target, string Labeller, string Value, string? Note, string LabelledAt)
    {
        public ArticleLabel ToLabel() => new(Outlet, Id, new(Article, Target, Labeller, Value, Note, Timestamps.Read(LabelledAt)));
    }
}

/// <summary>A label of an article that is stored.</summary>
/// <param name="Article">Its key.</param>
/// <param name="Value">In the field's normal form.</param>
sealed record StoredLabel(long Article, string Field, string Labeller, string Value, string? Note, DateTimeOffset At);

/// <param name="Outlet">Canonical.</param>
sealed record ArticleLabel(string Outlet, string Id, StoredLabel Label);
