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

    /// <summary>What every article is warned of, whatever it says.</summary>
    public IEnumerable<string> StandingWarnings => [.. engine.ModelWarnings, .. instrument.Warnings(likelyChains: false)];

    public Scored Score(Article article)
    {
        var (analysis, vector) = Measure(article);
        using var stage = Telemetry.Begin("judge");
        return new(analysis, vector, Marked(engine.Score(analysis, vector), analysis.Chains.Any(chain => chain.Likelihood is not null)));
    }

    /// <summary>What was kept of a stored article, where a score can be made of that.</summary>
    public Measured? Kept(Archive archive, long article) => instrument.Kept(archive, article);

    /// <summary>Scores an article by what was measured in it before.</summary>
    public ArticleScore Score(Article article, Measured measured) => Marked(engine.Score(ArticleReading.Of(article, measured)), likelyChains: false);

    (ArticleAnalysis, FeatureVector) Measure(Article article)
    {
        using var stage = Telemetry.Begin("analyze");
        return instrument.Measure(article);
    }

    ArticleScore Marked(ArticleScore score, bool likelyChains) => score with
    {
        Extractor = instrument.Version,
        Warnings = [.. score.Warnings, .. instrument.Warnings(likelyChains)],
    };
}
