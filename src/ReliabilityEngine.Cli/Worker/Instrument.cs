using ReliabilityEngine.Analysis;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Features;
using ReliabilityEngine.Lexicons;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>What measures articles: the engine's own lexicons, or the user's over them.</summary>
sealed class Instrument
{
    readonly CueMatcher _cues;

    Instrument(CueMatcher cues, string version, bool hasOwnLexicons) => (_cues, Version, HasOwnLexicons) = (cues, version, hasOwnLexicons);

    /// <summary>Of the extractor: other lexicons are another version.</summary>
    public string Version { get; }

    public bool HasOwnLexicons { get; }

    /// <param name="folder">Of the user's lexicons; null for none.</param>
    public static Instrument Load(string? folder)
    {
        if (folder is null)
            return new(CueMatcher.BuiltIn, Extractor.Version, hasOwnLexicons: false);
        var library = LexiconFolder.Read(folder);
        return new(new(library), Extractor.VersionWith(library), hasOwnLexicons: true);
    }

    public (ArticleAnalysis Analysis, FeatureVector Vector) Measure(Article article)
    {
        var analysis = ArticleAnalyzer.Analyze(article, _cues);
        return (analysis, FeatureSet.Measure(analysis));
    }
}
