using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.NGrams;
using ReliabilityEngine.Ratings;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning;

/// <summary>Takes a score apart into the points of features and words.</summary>
sealed class Explanation(ModelHeader header, LinearWeights weights, NGramLayout layout)
{
    const int WordsShown = 20;

    /// <param name="raw">The score before it was held within its range.</param>
    public ImmutableArray<Contribution> Of(
        TargetScore score, double raw, ArticleAnalysis analysis, FeatureVector features, MaskedText text, GramVector grams)
    {
        var reasons = OfFeatures(analysis, features).Concat(OfWords(text, grams)).ToList();
        var limit = Math.Round(score.Score!.Value - raw, 1);
        if (limit != 0)
            reasons.Add(new(header.Target, "limit", Math.Round(raw, 1), limit, []));
        // Whatever rounding left lies with the words that are not shown one by one.
        var rest = Math.Round(score.Score.Value - score.Base!.Value - reasons.Sum(reason => reason.Points), 1);
        if (rest != 0)
            reasons.Add(new(header.Target, "other words", grams.Counts.Sum(), rest, []));
        return [.. reasons.OrderByDescending(reason => Math.Abs(reason.Points))];
    }

    IEnumerable<Contribution> OfFeatures(ArticleAnalysis analysis, FeatureVector features)
    {
        for (var i = 0; i < weights.Features.Length; i++)
        {
            var points = Math.Round(weights.Features[i] * weights.Standardizer.Scale(i, features[i]), 1);
            if (points != 0)
                yield return new(header.Target, FeatureSet.All[i].Name, features[i], points, [.. FeatureSet.All[i].Evidence(analysis)]);
        }
    }

    IEnumerable<Contribution> OfWords(MaskedText text, GramVector grams)
    {
        var points = PointsPerOccurrence(grams);
        var words = new Dictionary<string, WordPoints>(StringComparer.Ordinal);
        for (var i = 0; i < layout.Blocks.Length; i++)
        {
            var part = text.Part(layout.Blocks[i].Part);
            var attribution = new WordAttribution(part, layout.Offsets[i], points, words);
            NGramReader.Read(part, layout.Blocks[i], ref attribution);
        }

        return words.Select(pair => (Words: pair.Key, Points: Math.Round(pair.Value.Points, 1), pair.Value.Places))
            .Where(word => word.Points != 0)
            .OrderByDescending(word => Math.Abs(word.Points)).ThenBy(word => word.Words, StringComparer.Ordinal)
            .Take(WordsShown)
            .Select(word => new Contribution(header.Target, "words", word.Places.Count, word.Points,
                [.. word.Places.Where(place => !place.IsEmpty).Distinct().Order()], word.Words));
    }

    Dictionary<int, double> PointsPerOccurrence(GramVector grams)
    {
        var points = new Dictionary<int, double>(grams.Count);
        for (var k = 0; k < grams.Count; k++)
        {
            var index = grams.Indices[k];
            if (weights.Grams[index] != 0)
                points[index] = grams.Values[k] * weights.Grams[index] / grams.Counts[k];
        }

        return points;
    }

    sealed class WordPoints
    {
        public double Points { get; set; }

        public HashSet<TextSpan> Places { get; } = [];
    }

    /// <summary>Credits every n-gram to the words that it is made of; runs of letters go to their word.</summary>
    readonly ref struct WordAttribution(
        ReadOnlySpan<MaskedWord> part, int offset, Dictionary<int, double> points, Dictionary<string, WordPoints> words) : IGramSink
    {
        readonly ReadOnlySpan<MaskedWord> _part = part;

        public void Take(int index, int first, int last)
        {
            if (!points.TryGetValue(offset + index, out var share))
                return;
            ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(words, TextOf(first, last), out _);
            word ??= new();
            word.Points += share;
            word.Places.Add(_part[first].Span.Union(_part[last].Span));
        }

        string TextOf(int first, int last)
        {
            if (first == last)
                return _part[first].Form;
            var forms = new string[last - first + 1];
            for (var i = 0; i < forms.Length; i++)
                forms[i] = _part[first + i].Form;
            return string.Join(' ', forms);
        }
    }
}
