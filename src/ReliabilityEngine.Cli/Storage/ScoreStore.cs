using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using ReliabilityEngine.Ratings;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>Scores with their contributions, one for every version of text, extractor and models.</summary>
sealed class ScoreStore(Database database, EvidenceStore evidence)
{
    const string WordsPrefix = "words:";
    const string Words = "words";

    /// <summary>The name that a contribution's evidence stands under.</summary>
    public static string NameOf(Contribution contribution) =>
        contribution.Words is { } words ? WordsPrefix + words : contribution.Feature;

    /// <summary>Adds a score to an article's history, in the place of one by the same versions; its key.</summary>
    public long Store(long article, string contentHash, ArticleScore score, DateTimeOffset now, SqliteTransaction transaction)
    {
        var key = database.Connection.ExecuteScalar<long>(
            """
            INSERT OR REPLACE INTO scores (article, content_hash, extractor, reliability_model, bias_model,
                reliability, reliability_low, reliability_high, reliability_base, bias, bias_low, bias_high, bias_base,
                credibility, text_credibility, warnings, likelihood_table, scored_at)
            VALUES (@article, @contentHash, @Extractor, @reliabilityModel, @biasModel,
                @Reliability, @ReliabilityLow, @ReliabilityHigh, @ReliabilityBase, @Bias, @BiasLow, @BiasHigh, @BiasBase,
                @InformationCredibility, @InformationCredibility, @warnings, @LikelihoodTable, @now)
            RETURNING key
            """,
            new
            {
                article,
                contentHash,
                score.Extractor,
                reliabilityModel = score.Models.GetValueOrDefault(Targets.Reliability, ""),
                biasModel = score.Models.GetValueOrDefault(Targets.Bias, ""),
                Reliability = score.Reliability.Score,
                ReliabilityLow = score.Reliability.Interval?.Low,
                ReliabilityHigh = score.Reliability.Interval?.High,
                ReliabilityBase = score.Reliability.Base,
                Bias = score.Bias.Score,
                BiasLow = score.Bias.Interval?.Low,
                BiasHigh = score.Bias.Interval?.High,
                BiasBase = score.Bias.Base,
                score.InformationCredibility,
                warnings = JsonSerializer.Serialize(score.Warnings),
                score.LikelihoodTable,
                now = Timestamps.Write(now),
            },
            transaction);
        StoreContributions(key, score.Contributions, transaction);
        return key;
    }

    /// <summary>Makes one of its scores the one that stands for an article in reports.</summary>
    public void LetStand(long article, long score, SqliteTransaction transaction) =>
        database.Connection.Execute("UPDATE articles SET score = @score WHERE key = @article", new { article, score }, transaction);

    /// <summary>After models were rolled back, a score that they once gave the newest text stands again.</summary>
    public void LetStandAgain(long score)
    {
        var article = database.Connection.ExecuteScalar<long?>(
            "SELECT a.key FROM scores s JOIN articles a ON a.key = s.article WHERE s.key = @score AND a.content_hash = s.content_hash AND a.score IS NOT s.key",
            new { score });
        if (article is { } key)
            database.InTransaction(transaction => LetStand(key, score, transaction));
    }

    /// <summary>The key of the score that these versions gave an article's newest text, where this is it and they did.</summary>
    public long? Find(string outlet, string id, string contentHash, ScoreVersions versions) =>
        database.Connection.ExecuteScalar<long?>(
            """
            SELECT s.key FROM scores s JOIN articles a ON a.key = s.article
            WHERE a.outlet = @outlet AND a.id = @id AND a.content_hash = @contentHash AND s.content_hash = @contentHash
              AND s.extractor = @Extractor AND s.reliability_model = @Reliability AND s.bias_model = @Bias
            """,
            new { outlet, id, contentHash, versions.Extractor, versions.Reliability, versions.Bias });

    /// <summary>The score that stands for an article, or null.</summary>
    public long? Latest(long article) =>
        database.Connection.ExecuteScalar<long?>("SELECT score FROM articles WHERE key = @article", new { article });

    /// <summary>All scores that an article was ever given, the first one first.</summary>
    public IReadOnlyList<PastScore> History(long article) =>
        [.. database.Connection.Query<PastScore>(
            """
            SELECT s.key, s.content_hash, s.extractor, s.reliability_model, s.bias_model, s.reliability, s.bias, s.credibility, s.scored_at,
                s.kept_at
            FROM scores s WHERE s.article = @article ORDER BY s.key
            """,
            new { article })];

    public ArticleScore Get(long key) => Look(key) ?? throw new InvalidOperationException($"no score {key}");

    /// <summary>Null where another process has put a newer one in its place.</summary>
    public ArticleScore? Look(long key)
    {
        if (database.Connection.QuerySingleOrDefault<ScoreRow>($"SELECT {ScoreRow.Columns} FROM scores WHERE key = @key", new { key }) is not { } row)
            return null;
        var spans = HasEvidence(key) ? evidence.Find(row.Article) : Enumerable.Empty<(string, TextSpan)>().ToLookup(pair => pair.Item1, pair => pair.Item2);
        var contributions = database.Connection.Query<(string Target, string Name, double Value, double Points)>(
            """
            SELECT c.target, n.name, c.value, c.points FROM contributions c JOIN evidence_names n ON n.key = c.name
            WHERE c.score = @key ORDER BY c.position
            """,
            new { key });
        return row.ToScore([.. contributions.Select(c => Read(c.Target, c.Name, c.Value, c.Points))]);

        Contribution Read(string target, string name, double value, double points)
        {
            var words = name.StartsWith(WordsPrefix, StringComparison.Ordinal) ? name[WordsPrefix.Length..] : null;
            return new(target, words is null ? name : Words, value, points, [.. spans[name]], words);
        }
    }

    /// <summary>The places that are kept are those of the newest text, as it was measured last.</summary>
    bool HasEvidence(long key) =>
        database.Connection.ExecuteScalar<bool>(
            """
            SELECT EXISTS (
                SELECT 1 FROM scores s JOIN articles a ON a.key = s.article JOIN measurements m ON m.article = s.article
                WHERE s.key = @key AND a.content_hash = s.content_hash AND m.extractor = s.extractor)
            """,
            new { key });

    void StoreContributions(long score, ImmutableArray<Contribution> contributions, SqliteTransaction transaction)
    {
        var rows = contributions.Select((c, position) =>
            new object[] { position, c.Target, evidence.NameKey(NameOf(c), transaction), c.Value, c.Points });
        database.Connection.Execute(
            """
            INSERT INTO contributions (score, position, target, name, value, points)
            SELECT @score, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(@rows)
            """,
            new { score, rows = JsonSerializer.Serialize(rows) }, transaction);
    }
}

/// <summary>A score in an article's history.</summary>
/// <param name="KeptAt">When it was found that no newer score can be made, the text being gone.</param>
sealed record PastScore(
    long Key, string ContentHash, string Extractor, string ReliabilityModel, string BiasModel, double? Reliability, double? Bias,
    long Credibility, string ScoredAt, string? KeptAt);

/// <summary>What made a score: an article scored by the same need not be scored again.</summary>
sealed record ScoreVersions(string Extractor, string Reliability, string Bias);
