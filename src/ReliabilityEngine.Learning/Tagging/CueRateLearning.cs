using System.Runtime.InteropServices;
using ReliabilityEngine.Tagging;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>Counts how often words are cues; an article under judgement can be left out of the counts.</summary>
sealed class CueRateLearning
{
    const int FewestSeen = 3;

    readonly Dictionary<uint, Counts> _all = [];
    readonly Dictionary<TrainingArticle, Dictionary<uint, Counts>> _own = [];

    record struct Counts(int Cues, int Tokens);

    public CueRateLearning(IEnumerable<TrainingArticle> articles)
    {
        foreach (var article in articles)
        {
            _own[article] = Count(article);
            foreach (var (key, counts) in _own[article])
                Add(_all, key, counts);
        }
    }

    /// <summary>Log-odds that a word is a cue in the other articles.</summary>
    public float Without(TrainingArticle article, uint key)
    {
        var (all, own) = (_all.GetValueOrDefault(key), _own[article].GetValueOrDefault(key));
        return all.Tokens - own.Tokens < FewestSeen
            ? CueRates.Unseen
            : CueRates.Worth(CueRates.Logit(all.Cues - own.Cues, all.Tokens - own.Tokens));
    }

    public CueRates ToRates() => new(_all.Where(pair => pair.Value.Tokens >= FewestSeen)
        .ToDictionary(pair => pair.Key, pair => CueRates.Logit(pair.Value.Cues, pair.Value.Tokens)));

    static Dictionary<uint, Counts> Count(TrainingArticle article)
    {
        var counts = new Dictionary<uint, Counts>();
        var labels = GoldLabels.FirstPass(article.Table, article.Gold);
        var rows = article.Table.Rows;
        foreach (var paragraph in article.Table.Paragraphs)
        {
            for (var i = paragraph.First; i < paragraph.End; i++)
            {
                var one = new Counts(labels[i] is 1 or 2 ? 1 : 0, 1);
                Add(counts, CueRates.LemmaKey(rows[i]), one);
                Add(counts, CueRates.ClusterKey(rows[i]), one);
                Add(counts, CueRates.TaggedKey(rows[i]), one);
                Add(counts, CueRates.NextKey(rows[i], rows[i + 1]), one);
            }
        }

        return counts;
    }

    static void Add(Dictionary<uint, Counts> counts, uint key, Counts more)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
        sum = new(sum.Cues + more.Cues, sum.Tokens + more.Tokens);
    }
}
