using ReliabilityEngine.Tagging;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>Learns the part-of-speech tagger as an averaged perceptron (Collins 2002) that tags from left to right.</summary>
sealed class PartOfSpeechLearning
{
    const int Rounds = 5;
    const int Kept = 30_000;

    readonly Dictionary<uint, Average[]> _weights = [];
    int _step;

    struct Average
    {
        public int Weight;
        public long Sum;
        public int Since;
    }

    public static PartOfSpeechTagger Learn(IReadOnlyList<TaggedSentence> sentences, WordTable words, int seed)
    {
        var learning = new PartOfSpeechLearning();
        var order = sentences.Select(sentence => (Table: TokenTable.Of(sentence.Document, words, null), sentence.Tags)).ToArray();
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var (table, tags) in order)
                learning.See(table, tags);
        }

        return learning.Averaged();
    }

    /// <summary>Share of the tokens of unseen sentences that get the right tag.</summary>
    public static double Accuracy(IEnumerable<TaggedSentence> sentences, WordTable words, PartOfSpeechTagger tagger)
    {
        int right = 0, all = 0;
        foreach (var sentence in sentences)
        {
            var table = TokenTable.Of(sentence.Document, words, tagger);
            foreach (var (row, tag) in Rows(table, sentence.Tags))
            {
                all++;
                right += table.Rows[row].Tag == tag ? 1 : 0;
            }
        }

        return (double)right / Math.Max(1, all);
    }

    void See(TokenTable table, PartOfSpeech[] tags)
    {
        Span<uint> keys = stackalloc uint[PartOfSpeechFeatures.Most];
        var guessed = new List<int>();
        foreach (var (row, tag) in Rows(table, tags))
        {
            if (table.Rows[row].Tag != PartOfSpeech.None)
                continue;
            _step++;
            var used = keys[..PartOfSpeechFeatures.Write(table.Rows, row, keys)];
            var guess = Best(used);
            table.Rows[row].Tag = guess;
            guessed.Add(row);
            if (guess == tag)
                continue;
            foreach (var key in used)
            {
                Move(key, (int)tag, 1);
                Move(key, (int)guess, -1);
            }
        }

        foreach (var row in guessed)
            table.Rows[row].Tag = PartOfSpeech.None;
    }

    static IEnumerable<(int Row, PartOfSpeech Tag)> Rows(TokenTable table, PartOfSpeech[] tags)
    {
        for (var p = 0; p < table.Paragraphs.Length; p++)
        {
            for (var row = table.Paragraphs[p].First; row < table.Paragraphs[p].End; row++)
                yield return (row, tags[row - TokenTable.Offset(p)]);
        }
    }

    PartOfSpeech Best(ReadOnlySpan<uint> keys)
    {
        Span<int> scores = stackalloc int[PartsOfSpeech.Count];
        scores.Clear();
        foreach (var key in keys)
        {
            if (!_weights.TryGetValue(key, out var weights))
                continue;
            for (var i = 0; i < scores.Length; i++)
                scores[i] += weights[i].Weight;
        }

        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            best = scores[i] > scores[best] ? i : best;
        return (PartOfSpeech)best;
    }

    void Move(uint key, int tag, int by)
    {
        if (!_weights.TryGetValue(key, out var weights))
            _weights[key] = weights = new Average[PartsOfSpeech.Count];
        ref var average = ref weights[tag];
        average.Sum += (long)average.Weight * (_step - average.Since);
        (average.Weight, average.Since) = (average.Weight + by, _step);
    }

    PartOfSpeechTagger Averaged()
    {
        var averages = _weights.Select(pair => (pair.Key, Weights: pair.Value.Select(Mean).ToArray()))
            .OrderByDescending(pair => pair.Weights.Max() - pair.Weights.Min()).ThenBy(pair => pair.Key).Take(Kept).ToArray();
        var highest = averages.Max(pair => pair.Weights.Max(Math.Abs));
        // The few heaviest weights are cut so that the many light ones keep their differences.
        var unit = Math.Min(highest, 12) / sbyte.MaxValue;
        return new([.. averages.Select(pair => (pair.Key, Quantised(pair.Weights, unit)))]);
    }

    double Mean(Average average) => (average.Sum + ((double)average.Weight * (_step - average.Since))) / _step;

    static sbyte[] Quantised(double[] weights, double unit)
    {
        var bytes = new sbyte[PartOfSpeechTagger.Stride];
        for (var i = 0; i < weights.Length; i++)
            bytes[i] = (sbyte)Math.Clamp(Math.Round(weights[i] / unit), -127, 127);
        return bytes;
    }
}
