using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Ratings;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>Stores an article with all that was found in it, or nothing of it.</summary>
/// <param name="scale">From how many independent origins on an article counts as confirmed; the usual one where none is given.</param>
sealed class Archive(Database database, OutletNames names, TimeProvider time, AdmiraltyScale? scale = null)
{
    readonly EvidenceStore _evidence = new(database);
    readonly MeasurementTable _measurements = new(database);
    readonly OriginStore _origins = new(database, scale ?? AdmiraltyScale.Default);

    public ArticleStore Articles { get; } = new(database, names);

    public ScoreStore Scores => field ??= new(database, _evidence);

    public LabelStore Labels { get; } = new(database, names);

    /// <returns>The score as it stands beside other articles: independent reports of the same event may confirm it.</returns>
    public ArticleScore Store(ArticleAnalysis analysis, FeatureVector vector, ArticleScore score, IReadOnlyDictionary<string, string> labels) =>
        Store(analysis, vector, score, (now, transaction) =>
        {
            var article = Articles.Store(analysis.Article, now, transaction);
            Labels.Store(article, LabelStore.Imported, labels, now, transaction);
            return article;
        });

    /// <summary>Stores a new score of an article's newest text; nothing where that has changed since it was read.</summary>
    public void StoreAgain(ArticleAnalysis analysis, FeatureVector vector, ArticleScore score) =>
        Store(analysis, vector, score, (_, transaction) => Articles.FindNewest(analysis.Article, transaction));

    /// <param name="articleOf">Its key; null where nothing is to be stored.</param>
    ArticleScore Store(ArticleAnalysis analysis, FeatureVector vector, ArticleScore score, Func<DateTimeOffset, SqliteTransaction, long?> articleOf)
    {
        var credibility = score.InformationCredibility;
        try
        {
            database.InTransaction(transaction =>
            {
                var now = time.GetUtcNow();
                if (articleOf(now, transaction) is not { } article)
                    return;
                _measurements.Store(article, new(score.Extractor, vector, analysis.Furniture, LeadClaim.RestsOnOneUnnamedSource(analysis)), transaction);
                _evidence.Replace(article, EvidenceOf(analysis, score), transaction);
                Scores.LetStand(article, Scores.Store(article, ArticleStore.ContentHash(analysis.Article), score, now, transaction), transaction);
                credibility = _origins.Store(article, names.Canonical(analysis.Article.Outlet), analysis, Timestamps.Write(now), transaction);
            });
            return score with { InformationCredibility = credibility };
        }
        catch
        {
            _evidence.ForgetNames();
            throw;
        }
    }

    /// <summary>What was measured in an article by this extractor, for models to look at again; null where not all of it was kept.</summary>
    public Measured? Measured(long article, string extractor, LikelihoodTable likelihoods)
    {
        if (_measurements.Find(article, extractor) is not { Furniture: { } furniture } found)
            return null;
        var places = _evidence.Find(article);
        return new(found.Features, furniture, found.RestsOnOneUnnamedSource, likelihoods.Name, feature => places[feature.Name]);
    }

    /// <summary>Gives articles new scores by what was measured in them before; one whose text has changed meanwhile is passed over.</summary>
    public void StoreAgain(IEnumerable<(Article Article, ArticleScore Score)> scored)
    {
        try
        {
            database.InTransaction(transaction =>
            {
                foreach (var (article, score) in scored)
                    StoreAgain(article, score, transaction);
            });
        }
        catch
        {
            _evidence.ForgetNames();
            throw;
        }
    }

    void StoreAgain(Article article, ArticleScore score, SqliteTransaction transaction)
    {
        if (Articles.FindNewest(article, transaction) is not { } key)
            return;
        _evidence.Add(key, WordsOf(score), transaction);
        Scores.LetStand(key, Scores.Store(key, ArticleStore.ContentHash(article), score, time.GetUtcNow(), transaction), transaction);
        _origins.Recount(key, transaction);
    }

    /// <summary>Labels that came with an article which is stored and scored already.</summary>
    public void StoreLabels(Article article, IReadOnlyDictionary<string, string> labels)
    {
        if (labels.Count == 0)
            return;
        database.InTransaction(transaction =>
        {
            foreach (var key in Labels.Articles(article.Outlet, article.Id))
                Labels.Store(key, LabelStore.Imported, labels, time.GetUtcNow(), transaction);
        });
    }

    public OriginQuery Origins => field ??= new(database);

    /// <summary>Deletes articles with all that hangs on them; what they corroborated is counted anew.</summary>
    public int Delete(IEnumerable<long> articles)
    {
        var deleted = 0;
        database.InTransaction(transaction =>
        {
            foreach (var article in articles)
            {
                _origins.Withdraw(article, transaction);
                deleted += Articles.DeleteArticle(article, transaction);
            }
        });
        return deleted;
    }

    /// <summary>The stored score of the same text by the same versions, or null; null too where the article has another text now.</summary>
    public long? FindScore(Article article, ScoreVersions versions) =>
        Scores.Find(names.Canonical(article.Outlet), article.Id, ArticleStore.ContentHash(article), versions);

    static Dictionary<string, ImmutableArray<TextSpan>> EvidenceOf(ArticleAnalysis analysis, ArticleScore score)
    {
        var evidence = FeatureSet.All.ToDictionary(feature => feature.Name, feature => feature.Evidence(analysis).ToImmutableArray());
        foreach (var (name, places) in WordsOf(score))
            evidence[name] = places;
        return evidence;
    }

    static Dictionary<string, ImmutableArray<TextSpan>> WordsOf(ArticleScore score) =>
        score.Contributions.Where(contribution => contribution.Words is not null)
            .GroupBy(ScoreStore.NameOf, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last().Evidence, StringComparer.Ordinal);
}
