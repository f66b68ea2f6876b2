namespace ReliabilityEngine.Learning.Tagging;

/// <summary>
/// Sorts words into classes by the exchange algorithm (Kneser and Ney 1993), in the one-sided form of Uszkoreit and Brants
/// (2008) applied to both neighbours: a word moves to the class that best predicts what stands beside it.
/// </summary>
sealed class WordClasses
{
    const int TableSize = 1 << 16;

    static readonly float[] Entropy = [.. Enumerable.Range(0, TableSize).Select(n => n == 0 ? 0f : (float)(n * Math.Log(n)))];

    readonly Bigrams _bigrams;
    readonly int _classes;
    readonly int[] _class;
    readonly int[] _left;
    readonly int[] _right;
    readonly long[] _size;

    WordClasses(Bigrams bigrams, int classes)
    {
        (_bigrams, _classes) = (bigrams, classes);
        _class = [.. Enumerable.Range(0, bigrams.Words.Length).Select(word => word % classes)];
        _left = new int[(bigrams.Words.Length + 1) * classes];
        _right = new int[(bigrams.Words.Length + 1) * classes];
        _size = new long[classes];
        for (var word = 0; word < _class.Length; word++)
            Count(word, _class[word], 1);
    }

    /// <summary>The class of each word, from 0.</summary>
    /// <param name="threads">Share the classes that a word is tried in; the outcome does not depend on their number.</param>
    public static int[] Of(Bigrams bigrams, int classes, int rounds, int threads = 1)
    {
        var exchange = new WordClasses(bigrams, classes);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var gains = new double[classes];
        for (var round = 0; round < rounds; round++)
        {
            var moved = 0;
            for (var word = 0; word < exchange._class.Length; word++)
                moved += exchange.Move(word, gains, options) ? 1 : 0;
            if (moved < exchange._class.Length / 200)
                break;
        }

        return exchange._class;
    }

    bool Move(int word, double[] gains, ParallelOptions options)
    {
        var from = _class[word];
        Count(word, from, -1);
        var share = (_classes + options.MaxDegreeOfParallelism - 1) / options.MaxDegreeOfParallelism;
        Parallel.For(0, options.MaxDegreeOfParallelism, options, part =>
        {
            var first = Math.Min(part * share, _classes);
            Gains(word, first, gains.AsSpan(first, Math.Min(share, _classes - first)));
        });
        var best = 0;
        for (var c = 1; c < _classes; c++)
        {
            if (gains[c] > gains[best])
                best = c;
        }

        Count(word, best, 1);
        _class[word] = best;
        return best != from;
    }

    /// <summary>What a word would gain in each of the classes from the first one on.</summary>
    void Gains(int word, int first, Span<double> gains)
    {
        for (var c = 0; c < gains.Length; c++)
            gains[c] = -2 * (Exact(_size[first + c] + _bigrams.Counts[word]) - Exact(_size[first + c]));
        Gain(_bigrams.Left[word], _left, first, gains);
        Gain(_bigrams.Right[word], _right, first, gains);
    }

    void Gain((int Other, int Count)[] neighbours, int[] table, int first, Span<double> gains)
    {
        foreach (var (other, count) in neighbours)
        {
            var row = table.AsSpan((other * _classes) + first, gains.Length);
            var alone = Of(count);
            for (var c = 0; c < row.Length; c++)
                gains[c] += row[c] == 0 ? alone : Of(row[c] + count) - Of(row[c]);
        }
    }

    void Count(int word, int to, int sign)
    {
        foreach (var (other, count) in _bigrams.Left[word])
            _left[(other * _classes) + to] += sign * count;
        foreach (var (other, count) in _bigrams.Right[word])
            _right[(other * _classes) + to] += sign * count;
        _size[to] += sign * _bigrams.Counts[word];
    }

    static float Of(int count) => count < TableSize ? Entropy[count] : (float)Exact(count);

    static double Exact(long count) => count <= 0 ? 0 : count * Math.Log(count);
}
