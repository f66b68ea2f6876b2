using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>An article that was scored now, or known from before; not stored yet.</summary>
sealed record Judged(ReadArticle Read, Scored? Scored, long? Known);

/// <summary>An article's score, stored where there is a database.</summary>
/// <param name="WasKnown">The same versions had scored it before.</param>
sealed record Settled(Article Article, ArticleScore Score, bool WasKnown);

/// <summary>Scores what it is given and files it: judging is for any thread, filing for one.</summary>
/// <param name="scorer">Asked before each article, for models may be promoted between two.</param>
/// <param name="database">Null where nothing is to be stored.</param>
/// <param name="again">Scores what was scored before, too.</param>
sealed class ScoringDesk(Func<ArticleScorer> scorer, Database? database, TimeProvider time, bool again) : IDisposable
{
    readonly Archive? _archive = database is null ? null : new(database, OutletNames.Default, time, scorer().Scale);

    // Looking up goes on while articles are written, so it has a connection of its own.
    readonly Database? _lookupDatabase = database is null || again ? null : Database.OpenExisting(database.Path);
    readonly Lock _lookup = new();

    /// <summary>One that keeps to a scorer, whatever is promoted meanwhile.</summary>
    public ScoringDesk(ArticleScorer scorer, Database? database, TimeProvider time, bool again)
        : this(() => scorer, database, time, again)
    {
    }

    public Judged Judge(ReadArticle read)
    {
        var current = scorer();
        return Known(read.Article, current.Versions) is { } known ? new(read, null, known) : new(read, current.Score(read.Article), null);
    }

    public Settled File(Judged judged)
    {
        if (judged.Known is { } key && _archive!.Scores.Look(key) is { } known)
        {
            _archive.StoreLabels(judged.Read.Article, judged.Read.Labels);
            _archive.Scores.LetStandAgain(key);
            return new(judged.Read.Article, known, WasKnown: true);
        }

        // What was known may have been put aside meanwhile by another process.
        var (analysis, vector, score) = judged.Scored ?? scorer().Score(judged.Read.Article);
        return new(analysis.Article, _archive?.Store(analysis, vector, score, judged.Read.Labels) ?? score, WasKnown: false);
    }

    public void Dispose() => _lookupDatabase?.Dispose();

    long? Known(Article article, ScoreVersions versions)
    {
        if (_lookupDatabase is null)
            return null;
        lock (_lookup)
            return new Archive(_lookupDatabase, OutletNames.Default, time).FindScore(article, versions);
    }
}
