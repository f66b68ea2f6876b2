using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>How far the articles were brought.</summary>
/// <param name="Brought">Scored now by what was measured in them before.</param>
/// <param name="Reread">Scored now, and measured anew.</param>
/// <param name="Known">Scored by these versions once before, as after a rollback.</param>
/// <param name="Kept">With their last score, their text being gone.</param>
readonly record struct RescoreTally(int Brought, int Reread, int Known, int Kept)
{
    public int Scored => Brought + Reread;

    public int All => Scored + Known + Kept;
}

/// <summary>
/// Brings stored articles to the models in use, and follows where others are promoted meanwhile. Whatever is done stands in the
/// database, so that it may end at any moment and goes on from there.
/// </summary>
/// <param name="scorer">Asked before each handful of articles.</param>
/// <param name="anew">Reads every text again: those too that stand by the models in use, and those that were measured as they would be now.</param>
sealed class Rescorer(Database database, Func<ArticleScorer> scorer, bool anew, TimeProvider time)
{
    static readonly int Handful = Environment.ProcessorCount * 8;

    readonly StaleScores _stale = new(database, time);
    readonly Archive _archive = new(database, OutletNames.Default, time, scorer().Scale);

    public RescoreTally Tally { get; private set; }

    /// <param name="outlet">Canonical; null for all.</param>
    /// <param name="progress">Told of every handful.</param>
    public async Task Run(string? outlet, Action<RescoreTally> progress, CancellationToken cancellation)
    {
        ScoreVersions versions;
        do
        {
            versions = scorer().Versions;
            await RunThrough(outlet, progress, cancellation);
        }
        while (versions != scorer().Versions);
    }

    async Task RunThrough(string? outlet, Action<RescoreTally> progress, CancellationToken cancellation)
    {
        var last = 0L;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var current = scorer();
            var stale = _stale.After(last, current.Versions, outlet, anew, Handful);
            if (stale.Count == 0)
                return;
            last = stale[^1].Key;
            foreach (var article in stale.Where(article => !NeedsScoring(article)))
                Settle(article);
            await Score(current, [.. stale.Where(NeedsScoring).Select(article => article.Key)], progress, cancellation);
            progress(Tally);
        }
    }

    bool NeedsScoring(StaleArticle article) => article.TextDroppedAt is null && (anew || article.Known is null);

    async Task Score(ArticleScorer current, IReadOnlyList<long> articles, Action<RescoreTally> progress, CancellationToken cancellation)
    {
        var all = articles.Select(key => (_archive.Articles.Get(key).Article, Measured: anew ? null : current.Kept(_archive, key))).ToList();
        var scored = new List<(Article, ArticleScore)>();
        await foreach (var item in OrderedPipeline.Run(
            all.Where(item => item.Measured is not null), item => (item.Article, current.Score(item.Article, item.Measured!)), cancellation))
            scored.Add(item);
        _archive.StoreAgain(scored);
        Tally = Tally with { Brought = Tally.Brought + scored.Count };

        var texts = all.Where(item => item.Measured is null).Select(item => item.Article);
        await foreach (var (analysis, vector, score) in OrderedPipeline.Run(texts, current.Score, cancellation))
        {
            _archive.StoreAgain(analysis, vector, score);
            Tally = Tally with { Reread = Tally.Reread + 1 };
            progress(Tally);
        }
    }

    void Settle(StaleArticle article)
    {
        if (article.Known is { } known)
        {
            _archive.Scores.LetStandAgain(known);
            Tally = Tally with { Known = Tally.Known + 1 };
            return;
        }

        if (article.Score is { } score)
            _stale.Keep(score);
        Tally = Tally with { Kept = Tally.Kept + 1 };
    }
}
