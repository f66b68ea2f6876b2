using System.Collections.Immutable;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.NGrams;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Learning;

/// <summary>Takes a score apart into the points of features and words.</summary>
sealed class Explanation(ModelHeader header, IFormula formula, NGramLayout layout)
{
    const int WordsShown = 20;

    readonly WordPoints _words = new(layout);

    /// <param name="raw">The score before it was held within its range.</param>
    public ImmutableArray<Contribution> Of(TargetScore score, double raw, ArticleReading reading, GramVector grams)
    {
        var points = formula.Explain(reading.Features, grams);
        var reasons = OfFeatures(reading, points.Features).Concat(OfWords(reading.Text, grams, points.Grams)).ToList();
        var limit = Math.Round(score.Score!.Value - raw, 1);
        if (limit != 0)
            reasons.Add(new(header.Target, "limit", Math.Round(raw, 1), limit, []));
        // Whatever rounding left lies with the words that are not shown one by one.
        var rest = Math.Round(score.Score.Value - score.Base!.Value - reasons.Sum(reason => reason.Points), 1);
        if (rest != 0)
            reasons.Add(new(header.Target, points.Rest, grams.Counts.Sum(), rest, []));
        return [.. reasons.OrderByDescending(reason => Math.Abs(reason.Points))];
    }

    IEnumerable<Contribution> OfFeatures(ArticleReading reading, ImmutableArray<double> shares)
    {
        for (var i = 0; i < shares.Length; i++)
        {
            var points = Math.Round(shares[i], 1);
            if (points != 0)
                yield return new(header.Target, FeatureSet.All[i].Name, reading.Features[i], points, [.. reading.Evidence(FeatureSet.All[i])]);
        }
    }

    IEnumerable<Contribution> OfWords(MaskedText text, GramVector grams, ImmutableArray<double> shares) =>
        _words.Of(text, grams, shares).Select(pair => (Words: pair.Key, Points: Math.Round(pair.Value.Points, 1), pair.Value.Places))
            .Where(word => word.Points != 0)
            .OrderByDescending(word => Math.Abs(word.Points)).ThenBy(word => word.Words, StringComparer.Ordinal)
            .Take(WordsShown)
            .Select(word => new Contribution(header.Target, "words", word.Places.Count, word.Points,
                [.. word.Places.Where(place => !place.IsEmpty).Order()], word.Words));
}
