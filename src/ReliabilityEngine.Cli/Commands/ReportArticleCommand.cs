using System.CommandLine;
using System.Globalization;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>One stored article with all its reasons.</summary>
sealed class ReportArticleCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly FormatFeature _format;

    readonly Argument<string> _article = new("id") { Description = "The article's id, or outlet/id." };

    readonly Option<bool> _history = new("--history") { Description = "Show the scores that it had before, too." };

    public ReportArticleCommand()
        : base(
            "article", "Print an article's newest score with every contribution.",
            "reliability report article scoop-ferry-tender",
            "reliability report article scoop-ferry-tender --history --format json")
    {
        Add(_article);
        Add(_history);
        _database = new(this);
        _format = new(this, "table");
        Run(Report);
    }

    int Report(Call call)
    {
        using var database = _database.OpenToRead(call);
        var archive = new Archive(database, OutletNames.Default, TimeProvider.System);
        var stored = archive.Articles.Only(call.Value(_article)!);
        var key = archive.Scores.Latest(stored.Key) ?? throw new Refusal($"{stored.Reference}: stored, but never scored");
        var report = new ScoreReport(stored.Article, Marked(archive, stored, key), Stored: true)
        {
            Past = PastOf(call, archive, stored.Key, key),
            Provenance = archive.Origins.Of(stored.Key),
        };
        if (_format.IsTable(call))
        {
            ScoreSheet.Write(call.Terminal.Out, call.Terminal.Width, report);
            return ExitCode.Done;
        }

        var printer = _format.Printer(call, ScoreReport.Shape);
        printer.Print(report);
        printer.Finish();
        return ExitCode.Done;
    }

    /// <summary>A score that is kept because no newer one can be made says so.</summary>
    static ArticleScore Marked(Archive archive, StoredArticle stored, long key)
    {
        var score = archive.Scores.Get(key);
        return stored.TextDropped is { } dropped && archive.Scores.History(stored.Key).Any(past => past.Key == key && past.KeptAt is not null)
            ? score with { Warnings = score.Warnings.Add(string.Create(CultureInfo.InvariantCulture, $"its text was dropped on {dropped.UtcDateTime:yyyy-MM-dd}: this is the last score, by models that are no longer in use")) }
            : score;
    }

    ArticlePast PastOf(Call call, Archive archive, long article, long standing)
    {
        var revisions = archive.Articles.Revisions(article);
        // A text that came back has one history of scores and two places among the revisions.
        var numbers = revisions.ToLookup(revision => revision.ContentHash, revision => revision.Number);
        return new(
            [.. revisions.Select(revision => new RevisionLine(revision.Number, revision.StoredAt, revision.Title))],
            [.. archive.Scores.History(article).Where(_ => call.Value(_history)).Select(score => new PastScoreLine(
                score.ScoredAt, numbers[score.ContentHash].Max(), score.Reliability, score.Bias, (int)score.Credibility,
                score.ReliabilityModel, score.BiasModel, score.Extractor, score.Key == standing, score.KeptAt))]);
    }
}
