using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Features;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Rules;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Benchmarks;

/// <summary>Each stage over all articles, on what the stages before it gave, beside a plain count of words.</summary>
public class StageBenchmarks
{
    Input[] _inputs = [];

    sealed record Input(
        Article Article, Document Document, ImmutableArray<CueMatch> Cues, DocumentTags Tags,
        ImmutableArray<Attribution> Attributions, ArticleAnalysis Analysis);

    [GlobalSetup]
    public void Prepare() => _inputs = [.. ArticleFolder.Given.Articles.Select(InputOf)];

    static Input InputOf(Article article)
    {
        var document = Document.Parse(article.Text);
        var tags = DocumentTagger.BuiltIn.Tag(document);
        var cues = CueMatcher.BuiltIn.Match(document, WordReadings.Of(document, tags));
        return new(article, document, cues, tags, AttributionFinder.Find(document, cues, tags), ArticleAnalyzer.Analyze(article));
    }

    [Benchmark(Baseline = true)]
    public int WordCount() => Sum(input => ArticleFolder.Word.Count(input.Article.Text));

    [Benchmark]
    public int Text() => Sum(input => Document.Parse(input.Article.Text).Tokens.Length);

    [Benchmark]
    public int Matching() => Sum(input => CueMatcher.BuiltIn.Match(input.Document).Length);

    [Benchmark]
    public int Tagging() => Sum(input => DocumentTagger.BuiltIn.Tag(input.Document).Attributions.Length);

    [Benchmark]
    public int Attributions() => Sum(input => AttributionFinder.Find(input.Document, input.Cues, input.Tags).Length);

    [Benchmark]
    public int Speculations() => Sum(input => SpeculationFinder.Find(input.Document, input.Cues, input.Attributions).Speculations.Length);

    [Benchmark]
    public int Analysis() => Sum(input => ArticleAnalyzer.Analyze(input.Article).Attributions.Length);

    [Benchmark]
    public int Rules() => Sum(input => NewsroomRules.Check(input.Analysis).Length);

    [Benchmark]
    public int Features() => Sum(input => FeatureSet.Measure(input.Analysis).Values.Length);

    int Sum(Func<Input, int> stage)
    {
        var sum = 0;
        foreach (var input in _inputs)
            sum += stage(input);
        return sum;
    }
}
