using Dapper;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>Finds the articles whose standing score was made by other versions than those in use.</summary>
sealed class StaleScores(Database database, TimeProvider time)
{
    /// <summary>The next ones by key; an article is stale until a score by these versions stands for it, so that nothing else need be remembered.</summary>
    /// <param name="outlet">Canonical; null for all.</param>
    /// <param name="all">Those that are not stale, too.</param>
    public IReadOnlyList<StaleArticle> After(long key, ScoreVersions versions, string? outlet, bool all, int most) =>
        [.. database.Connection.Query<StaleArticle>(
            """
            SELECT a.key, a.score, a.text_dropped_at,
                (SELECT k.key FROM scores k WHERE k.article = a.key AND k.content_hash = a.content_hash AND k.extractor = @Extractor
                   AND k.reliability_model = @Reliability AND k.bias_model = @Bias) AS known
            FROM articles a LEFT JOIN scores s ON s.key = a.score
            WHERE a.key > @key AND (@outlet IS NULL OR a.outlet = @outlet)
              AND (@all OR s.key IS NULL OR s.extractor <> @Extractor OR s.reliability_model <> @Reliability OR s.bias_model <> @Bias)
            ORDER BY a.key LIMIT @most
            """,
            new { key, versions.Extractor, versions.Reliability, versions.Bias, outlet, all, most })];

    /// <summary>How many scores that stand were made by other models than these.</summary>
    public int CountByOtherModels(IReadOnlyCollection<string> inUse) =>
        database.Connection.ExecuteScalar<int>(
            "SELECT count(*) FROM latest_scores WHERE reliability_model NOT IN @inUse OR bias_model NOT IN @inUse", new { inUse });

    /// <summary>Marks a score as the last one that can be made, the text being gone.</summary>
    public void Keep(long score) =>
        database.Connection.Execute("UPDATE scores SET kept_at = @now WHERE key = @score AND kept_at IS NULL", new { score, now = Timestamps.Write(time.GetUtcNow()) });
}

/// <summary>An article to be brought to the models in use.</summary>
sealed record StaleArticle
{
    public required long Key { get; init; }

    /// <summary>Its standing score; null where it has none.</summary>
    public long? Score { get; init; }

    public string? TextDroppedAt { get; init; }

    /// <summary>A score that the versions in use gave its newest text once before.</summary>
    public long? Known { get; init; }
}
