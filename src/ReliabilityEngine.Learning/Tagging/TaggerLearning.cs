using System.Collections.Immutable;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>What the taggers learn from.</summary>
/// <param name="Texts">Plain texts, for classes of like words.</param>
/// <param name="Treebanks">CoNLL-U files with parts of speech.</param>
/// <param name="HeldOutTreebank">One more, to measure the part-of-speech tagger on.</param>
/// <param name="Folds">Groups of publishers, each left out in turn; 0 leaves out one publisher at a time.</param>
/// <param name="Seed">The same seed, data and build give the same bytes.</param>
public sealed record TaggerData(
    IEnumerable<string> Texts,
    IReadOnlyList<string> Treebanks,
    string? HeldOutTreebank,
    IReadOnlyList<AnnotatedArticle> Articles,
    int Folds,
    int Seed);

/// <summary>An attribution found in an article whose publisher the taggers had not seen.</summary>
public sealed record FoundAttribution(TextSpan? Source, TextSpan Cue, ImmutableArray<TextSpan> Content);

/// <summary>Trained taggers and what is known of them.</summary>
public sealed class LearnedTaggers
{
    internal LearnedTaggers(TaggerWeights weights) => Weights = weights;

    internal TaggerWeights Weights { get; }

    public required double? PartOfSpeechAccuracy { get; init; }

    /// <summary>What was found in each article by taggers that had not seen its publisher.</summary>
    public required IReadOnlyList<(AnnotatedArticle Article, ImmutableArray<FoundAttribution> Found)> OutOfPublisher { get; init; }

    public float Threshold => Weights.Attributions!.Threshold;

    public void Write(Stream stream) => Weights.Write(stream);
}

/// <summary>Trains the taggers: words, parts of speech, cues, roles, judgement.</summary>
public sealed class TaggerLearning(Action<string> progress, int threads)
{
    public LearnedTaggers Learn(TaggerData data)
    {
        var sentences = data.Treebanks.SelectMany(Treebank.Read).ToList();
        progress("classes of words");
        var words = WordLearning.Learn(data.Texts, sentences, threads);
        progress("parts of speech");
        var tagger = PartOfSpeechLearning.Learn(sentences, words, data.Seed);
        double? accuracy = data.HeldOutTreebank is { } file ? PartOfSpeechLearning.Accuracy(Treebank.Read(file), words, tagger) : null;
        var publishers = data.Articles.Select(article => article.Publisher).Distinct().Order(StringComparer.Ordinal).ToList();
        var folds = data.Folds > 0 ? Math.Min(data.Folds, publishers.Count) : publishers.Count;
        var articles = data.Articles.Select(article =>
            new TrainingArticle(article, publishers.IndexOf(article.Publisher) % folds, words, tagger)).ToList();
        var passes = new PassLearning(articles, folds, data.Seed, threads);
        progress("cues");
        var cues = passes.LearnCues();
        progress("sources and contents");
        var roles = passes.LearnRoles();
        progress("judgement");
        var rates = new CueRateLearning(articles);
        var judges = new JudgeLearning(articles, rates);
        var outOfFold = judges.OutOfFold(folds, threads);
        var threshold = judges.Threshold(outOfFold);
        return new(new(words, tagger, new(cues, roles, rates.ToRates(), judges.Learn(heldOutFold: -1), threshold)))
        {
            PartOfSpeechAccuracy = accuracy,
            OutOfPublisher = [.. articles.Select((article, i) => (article.Article, Found(article, outOfFold[i], threshold)))],
        };
    }

    static ImmutableArray<FoundAttribution> Found(TrainingArticle article, float[] probabilities, float threshold)
    {
        return [.. JudgeLearning.Choose(article, probabilities, threshold).Select(i => Spans(article.Candidates[i]))];

        FoundAttribution Spans(Candidate candidate) => new(
            candidate.Source is { } source ? Span(source, candidate) : null,
            Span(candidate.Cue.Rows, candidate),
            [.. candidate.Content.Select(piece => Span(piece, candidate))]);

        TextSpan Span(TokenRange rows, Candidate candidate) =>
            article.Table.Document.SpanOf(TokenTable.TokensOf(rows, candidate.Cue.Paragraph));
    }
}
