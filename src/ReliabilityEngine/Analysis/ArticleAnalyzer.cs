using System.Collections.Immutable;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Analysis;

/// <summary>The pipeline: reads an article once and says what is in it.</summary>
public static class ArticleAnalyzer
{
    /// <summary>Reads an article with the lexicons that come with the engine.</summary>
    public static ArticleAnalysis Analyze(Article article) => Analyze(article, CueMatcher.BuiltIn);

    /// <summary>Reads an article with other lexicons.</summary>
    public static ArticleAnalysis Analyze(Article article, CueMatcher matcher) => Analyze(article, matcher, LikelihoodTable.Default);

    /// <summary>Reads an article with other lexicons and other likelihoods of what its guesses say.</summary>
    public static ArticleAnalysis Analyze(Article article, CueMatcher matcher, LikelihoodTable likelihoods)
    {
        var document = Document.Parse(article.Text);
        var title = Document.Parse(article.Title ?? "");
        var tags = DocumentTagger.BuiltIn.Tag(document);
        var cues = matcher.Match(document, WordReadings.Of(document, tags));
        var furniture = FurnitureFinder.Find(article, title, document, cues);
        var told = FurnitureFinder.CuesOfTitleAndProse(cues, furniture);
        var attributions = AttributionFinder.Find(document, told, tags);
        var findings = SpeculationFinder.Find(document, told, attributions, likelihoods);
        var body = new Body(document, furniture);
        var voices = new VoiceMap(attributions);
        ImmutableArray<CueMatch> bodyCues = [.. told.Where(cue => body.Contains(cue.Span))];
        return new()
        {
            Article = article,
            Document = document,
            Furniture = furniture,
            Body = body,
            Cues = bodyCues,
            Attributions = attributions,
            Voices = voices,
            Hedges = Voiced("hedges"),
            Boosters = Voiced("boosters"),
            Speculations = findings.Speculations,
            Links = findings.Links,
            Chains = findings.Chains,
            Likelihoods = likelihoods,
            ScareQuotes = [.. document.Quotations.Where(quotation => quotation.Kind == QuotationKind.Scare)
                .Select(quotation => quotation.Span).Where(body.Contains)],
            Title = title,
            TitleCues = FurnitureFinder.CuesOfTitleAndProse(matcher.Match(title), []),
        };

        ImmutableArray<VoicedCue> Voiced(string lexicon) =>
            [.. bodyCues.Where(cue => cue.Lexicon == lexicon).Select(cue => new VoicedCue(cue, voices.At(cue.Span)))];
    }
}
