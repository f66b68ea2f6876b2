using ReliabilityEngine.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>Learns which candidates to believe, and from which probability on.</summary>
sealed class JudgeLearning
{
    readonly IReadOnlyList<TrainingArticle> _articles;
    readonly float[][][] _features;
    readonly float[][] _targets;

    public JudgeLearning(IReadOnlyList<TrainingArticle> articles, CueRateLearning rates)
    {
        _articles = articles;
        _features = [.. articles.Select(article => Features(article, rates))];
        _targets = [.. articles.Select(Targets)];
    }

    /// <summary>A forest for all publishers but one; for all where the fold is -1.</summary>
    public Forest Learn(int heldOutFold)
    {
        var used = Enumerable.Range(0, _articles.Count).Where(i => _articles[i].Fold != heldOutFold).ToArray();
        return ForestLearning.Learn(
            [.. used.SelectMany(i => _features[i])], [.. used.SelectMany(i => _targets[i])], ForestSettings.Default);
    }

    /// <summary>Probabilities of each article's candidates by forests that did not see its publisher.</summary>
    public float[][] OutOfFold(int folds, int threads)
    {
        var probabilities = new float[_articles.Count][];
        Parallel.For(0, folds, new() { MaxDegreeOfParallelism = threads }, fold =>
        {
            var forest = Learn(fold);
            for (var i = 0; i < _articles.Count; i++)
            {
                if (_articles[i].Fold == fold)
                    probabilities[i] = [.. _features[i].Select(row => forest.Probability(row))];
            }
        });
        return probabilities;
    }

    /// <summary>The threshold from which on as many candidates are chosen as people marked.</summary>
    public float Threshold(float[][] probabilities)
    {
        var gold = _articles.Sum(article => article.Gold.Length);
        var (low, high) = (0f, 1f);
        for (var step = 0; step < 12; step++)
        {
            var middle = (low + high) / 2;
            var chosen = _articles.Select((article, i) => Choose(article, probabilities[i], middle).Count).Sum();
            (low, high) = chosen > gold ? (middle, high) : (low, middle);
        }

        return high;
    }

    public static List<int> Choose(TrainingArticle article, float[] probabilities, float threshold) =>
        CandidateChoice.Choose(article.Candidates, probabilities, threshold, article.Table.Rows.Length);

    static float[][] Features(TrainingArticle article, CueRateLearning rates)
    {
        var features = new CandidateFeatures(article.Table, article.Labels, article.Candidates);
        var rows = new float[article.Candidates.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new float[CandidateFeatures.Count];
            features.Write(i, key => rates.Without(article, key), rows[i]);
        }

        return rows;
    }

    /// <summary>1 for a cue with the right source and content, a half for a cue alone, 0 for none.</summary>
    static float[] Targets(TrainingArticle article)
    {
        var gold = article.Match([.. article.Candidates.Select(candidate => candidate.Cue)]);
        return [.. article.Candidates.Select((candidate, i) => gold[i] is not { } match ? 0 : IsRight(candidate, match, article) ? 1f : .5f)];
    }

    /// <summary>The sources overlap or are both absent, and the contents share half of their joint tokens.</summary>
    static bool IsRight(Candidate candidate, GoldRows gold, TrainingArticle article)
    {
        if (candidate.Source is { } source ? !gold.Source.Any(source.Overlaps) : !gold.Source.IsEmpty)
            return false;
        var found = Characters(candidate.Content, article);
        var meant = Characters(gold.Content, article);
        var shared = found.Count(meant.Contains);
        return shared > 0 && shared * 2 >= found.Count + meant.Count - shared;
    }

    static HashSet<int> Characters(IEnumerable<TokenRange> ranges, TrainingArticle article)
    {
        var positions = new HashSet<int>();
        foreach (var range in ranges)
        {
            var offset = TokenTable.Offset(Array.FindIndex([.. article.Table.Paragraphs], paragraph => paragraph.Contains(range)));
            for (var row = range.First; row < range.End; row++)
            {
                var span = article.Table.Document.Tokens[row - offset].Span;
                for (var at = span.Start; at < span.End; at++)
                    positions.Add(at);
            }
        }

        return positions;
    }
}
