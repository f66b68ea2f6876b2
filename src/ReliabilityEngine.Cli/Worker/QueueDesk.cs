using Microsoft.Extensions.Logging;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>The queue's desk: what is taken from it is scored by the models in use, stored, and said.</summary>
/// <param name="database">A connection that nobody else writes on.</param>
sealed partial class QueueDesk(Database database, ScorerInUse scorer, TimeProvider time, ILogger<QueueDesk> log) : IDisposable
{
    readonly ScoringDesk _desk = new(scorer.Current, database, time, again: false);

    /// <summary>Scores an article, on any thread; what it gives stores the result.</summary>
    public Action Judge(QueuedArticle queued)
    {
        var judged = _desk.Judge(new(queued.Source, queued.Article) { Labels = queued.Labels });
        return () => Say(_desk.File(judged), queued.Source);
    }

    public void Dispose()
    {
        _desk.Dispose();
        database.Dispose();
    }

    void Say(Settled settled, string source)
    {
        var (outlet, id, place) = (Terminal.SafeLine(settled.Article.Outlet), Terminal.SafeLine(settled.Article.Id), Terminal.SafeLine(source));
        LogScored(outlet, id, settled.Score.Reliability.Score, settled.Score.Bias.Score, settled.Score.InformationCredibility, settled.WasKnown, place);
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "scored {Outlet}/{Id} reliability={Reliability:0.0} bias={Bias:0.0} credibility={Credibility} known={Known} from {Place}")]
    partial void LogScored(string outlet, string id, double? reliability, double? bias, int credibility, bool known, string place);
}
