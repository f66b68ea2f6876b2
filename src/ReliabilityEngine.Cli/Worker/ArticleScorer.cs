using ReliabilityEngine.Analysis;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>An article with all that was found, measured and made of it.</summary>
sealed record Scored(ArticleAnalysis Analysis, FeatureVector Vector, ArticleScore Score);

/// <summary>From an article to its score; safe for any number of threads.</summary>
sealed class ArticleScorer(Engine engine, Instrument instrument)
{
    /// <summary>What makes its scores.</summary>
    public ScoreVersions Versions { get; } = new(
        instrument.Version, engine.Versions[Targets.Reliability], engine.Versions[Targets.Bias]);

    /// <summary>By which items get their Admiralty number.</summary>
    public AdmiraltyScale Scale { get; init; } = AdmiraltyScale.Default;

    public IEnumerable<Model> Models => engine.Models;

    public Scored Score(Article article)
    {
        var (analysis, vector) = instrument.Measure(article);
        return new(analysis, vector, Marked(analysis, engine.Score(analysis, vector)));
    }

    ArticleScore Marked(ArticleAnalysis analysis, ArticleScore score) => score with
    {
        Extractor = instrument.Version,
        Warnings = [.. score.Warnings, .. instrument.Warnings(analysis)],
    };
}
