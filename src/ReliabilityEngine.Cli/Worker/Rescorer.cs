using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>How far the articles were brought.</summary>
/// <param name="Scored">Now.</param>
/// <param name="Known">Scored by these versions once before, as after a rollback.</param>
/// <param name="Kept">With their last score, their text being gone.</param>
readonly record struct RescoreTally(int Scored, int Known, int Kept)
{
    public int All => Scored + Known + Kept;
}

/// <summary>
/// Brings stored articles to the models in use, and follows where others are promoted meanwhile. Whatever is done stands in the
/// database, so that it may end at any moment and goes on from there.
/// </summary>
/// <param name="scorer">Asked before each handful of articles.</param>
sealed class Rescorer(Database database, Func<ArticleScorer> scorer, TimeProvider time)
{
    static readonly int Handful = Environment.ProcessorCount * 8;

    readonly StaleScores _stale = new(database, time);
    readonly Archive _archive = new(database, OutletNames.Default, time, scorer().Scale);

    public RescoreTally Tally { get; private set; }

    /// <param name="outlet">Canonical; null for all.</param>
    /// <param name="all">Those that stand by the versions in use already, too.</param>
    /// <param name="progress">Told after every article.</param>
    public async Task Run(string? outlet, bool all, Action<RescoreTally> progress, CancellationToken cancellation)
    {
        ScoreVersions versions;
        do
        {
            versions = scorer().Versions;
            await RunThrough(outlet, all, progress, cancellation);
        }
        while (versions != scorer().Versions);
    }

    async Task RunThrough(string? outlet, bool all, Action<RescoreTally> progress, CancellationToken cancellation)
    {
        var last = 0L;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var current = scorer();
            var stale = _stale.After(last, current.Versions, outlet, all, Handful);
            if (stale.Count == 0)
                return;
            last = stale[^1].Key;
            foreach (var article in stale.Where(article => !NeedsScoring(article, all)))
            {
                Settle(article);
                progress(Tally);
            }

            var texts = stale.Where(article => NeedsScoring(article, all)).Select(article => _archive.Articles.Get(article.Key).Article).ToList();
            await foreach (var (analysis, vector, score) in OrderedPipeline.Run(texts, current.Score, cancellation))
            {
                _archive.StoreAgain(analysis, vector, score);
                Tally = Tally with { Scored = Tally.Scored + 1 };
                progress(Tally);
            }
        }
    }

    static bool NeedsScoring(StaleArticle article, bool all) => article.TextDroppedAt is null && (all || article.Known is null);

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
