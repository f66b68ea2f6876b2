using System.Collections.Immutable;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.NGrams;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning;

/// <summary>All that models look at in an article.</summary>
public sealed record ArticleReading
{
    public required FeatureVector Features { get; init; }

    /// <summary>The places that a measurement was taken from.</summary>
    public required Func<Feature, IEnumerable<TextSpan>> Evidence { get; init; }

    public required MaskedText Text { get; init; }

    /// <summary>Of the body.</summary>
    public required int Words { get; init; }

    /// <summary>Why the text cannot be judged, or null.</summary>
    public required string? Obstacle { get; init; }

    /// <summary>The text is only a part of the article.</summary>
    public required bool IsPartial { get; init; }

    public required bool RestsOnOneUnnamedSource { get; init; }

    public required string LikelihoodTable { get; init; }

    public static ArticleReading Of(ArticleAnalysis analysis, FeatureVector features) => new()
    {
        Features = features,
        Evidence = feature => feature.Evidence(analysis),
        Text = MaskedText.Of(analysis),
        Words = analysis.Body.Words,
        Obstacle = Judgement.Obstacle(analysis),
        IsPartial = analysis.Article.IsPartial,
        RestsOnOneUnnamedSource = LeadClaim.RestsOnOneUnnamedSource(analysis),
        LikelihoodTable = analysis.Likelihoods.Name,
    };

    /// <summary>Of a text that the same extractor measured before: only its words are read, and nobody is looked for who speaks or guesses.</summary>
    public static ArticleReading Of(Article article, Measured measured)
    {
        var document = Document.Parse(article.Text);
        var body = new Body(document, measured.Furniture);
        return new()
        {
            Features = measured.Features,
            Evidence = measured.Evidence,
            Text = MaskedText.Of(document, body, Document.Parse(article.Title ?? "")),
            Words = body.Words,
            Obstacle = Judgement.Obstacle(document, body),
            IsPartial = article.IsPartial,
            RestsOnOneUnnamedSource = measured.RestsOnOneUnnamedSource,
            LikelihoodTable = measured.LikelihoodTable,
        };
    }
}

/// <summary>What was kept of a former reading.</summary>
public sealed record Measured(
    FeatureVector Features, ImmutableArray<Furniture> Furniture, bool RestsOnOneUnnamedSource, string LikelihoodTable,
    Func<Feature, IEnumerable<TextSpan>> Evidence);
