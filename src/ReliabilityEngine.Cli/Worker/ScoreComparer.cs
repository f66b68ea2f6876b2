using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Learning.Evaluations;
using ReliabilityEngine.Learning.NGrams;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>What two models say of stored articles.</summary>
/// <param name="NotJudged">Whose texts cannot be judged.</param>
/// <param name="WithoutText">Whose texts were dropped.</param>
sealed record ComparedScores(IReadOnlyList<ScorePair> Pairs, int NotJudged, int WithoutText);

/// <summary>Scores stored articles by two models and stores nothing.</summary>
sealed class ScoreComparer(Database database, Instrument instrument, Model before, Model after)
{
    static readonly int Handful = Environment.ProcessorCount * 8;

    readonly Archive _archive = new(database, OutletNames.Default, TimeProvider.System);
    readonly GramCounter _before = new(before.Layout);
    readonly GramCounter _after = new(after.Layout);

    /// <param name="outlet">Canonical; null for all.</param>
    /// <param name="progress">Told how many articles were read.</param>
    public async Task<ComparedScores> Run(string? outlet, Action<int> progress, CancellationToken cancellation)
    {
        var (texts, without) = _archive.Articles.WithText(outlet);
        var (pairs, read) = (new List<ScorePair>(), 0);
        foreach (var keys in texts.Chunk(Handful))
        {
            var handful = keys.Select(key => (Stored: _archive.Articles.Get(key), Measured: instrument.Kept(_archive, key))).ToList();
            await foreach (var pair in OrderedPipeline.Run(handful, item => Score(item.Stored, item.Measured), cancellation))
            {
                if (pair is not null)
                    pairs.Add(pair);
                progress(++read);
            }
        }

        return new(pairs, read - pairs.Count, without);
    }

    ScorePair? Score(StoredArticle stored, Measured? measured)
    {
        var reading = instrument.Read(stored.Article, measured);
        return reading.Obstacle is null
            ? new(stored.Outlet, stored.Article.Id, stored.Article.Title, Score(before, _before, reading), Score(after, _after, reading))
            : null;
    }

    static double Score(Model model, GramCounter counter, ArticleReading reading) =>
        model.Score(reading.Features, counter.Count(reading.Text), reading.Words).Score!.Value;
}
