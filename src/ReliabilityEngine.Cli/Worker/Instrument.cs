using ReliabilityEngine.Analysis;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Speculations;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>What measures articles: the engine's own lexicons and likelihoods, or the user's over them.</summary>
sealed class Instrument
{
    readonly CueMatcher _cues;
    readonly bool _hasOwnLexicons;

    Instrument(LexiconLibrary lexicons, CueMatcher cues, LikelihoodTable likelihoods)
    {
        (_cues, Likelihoods, _hasOwnLexicons) = (cues, likelihoods, lexicons != LexiconLibrary.BuiltIn);
        Version = Extractor.VersionWith(lexicons, likelihoods);
    }

    /// <summary>Of the extractor: other lexicons or likelihoods are another version.</summary>
    public string Version { get; }

    public LikelihoodTable Likelihoods { get; }

    bool HasUsualLikelihoods => Likelihoods.HasSameNumbersAs(LikelihoodTable.Default);

    /// <param name="folder">Of the user's lexicons; null for none.</param>
    public static Instrument Load(string? folder, LikelihoodTable likelihoods)
    {
        if (folder is null)
            return new(LexiconLibrary.BuiltIn, CueMatcher.BuiltIn, likelihoods);
        var lexicons = LexiconFolder.Read(folder);
        return new(lexicons, new(lexicons), likelihoods);
    }

    public (ArticleAnalysis Analysis, FeatureVector Vector) Measure(Article article)
    {
        var analysis = Analyze(article);
        return (analysis, FeatureSet.Measure(analysis));
    }

    public ArticleAnalysis Analyze(Article article) => ArticleAnalyzer.Analyze(article, _cues, Likelihoods);

    /// <summary>What this instrument measured in a stored article, for models to look at again; null where all has to be found anew.</summary>
    public Measured? Kept(Archive archive, long article) =>
        // Whether there are chains that other likelihoods change is not kept.
        HasUsualLikelihoods ? archive.Measured(article, Version, Likelihoods) : null;

    /// <param name="measured">Before; null to measure now.</param>
    public ArticleReading Read(Article article, Measured? measured)
    {
        if (measured is not null)
            return ArticleReading.Of(article, measured);
        var (analysis, vector) = Measure(article);
        return ArticleReading.Of(analysis, vector);
    }

    /// <summary>Where an article was measured otherwise than those that the models learned from.</summary>
    /// <param name="likelyChains">Whether chains with a likelihood were found in it.</param>
    public IEnumerable<string> Warnings(bool likelyChains)
    {
        if (_hasOwnLexicons)
            yield return "measured with other lexicons than the models were trained with";
        if (likelyChains && !HasUsualLikelihoods)
            yield return $"chains measured by the likelihood table {Likelihoods.Name}, the models were trained with {LikelihoodTable.Default.Name}";
    }
}
