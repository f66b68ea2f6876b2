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
    public static int[] Of(Bigrams bigrams, int classes, int rounds)
    {
        var exchange = new WordClasses(bigrams, classes);
        var gains = new double[classes];
        for (var round = 0; round < rounds; round++)
        {
            var moved = 0;
            for (var word = 0; word < exchange._class.Length; word++)
                moved += exchange.Move(word, gains) ? 1 : 0;
            if (moved < exchange._class.Length / 200)
                break;
        }

        return exchange._class;
    }

    bool Move(int word, double[] gains)
    {
        var from = _class[word];
        Count(word, from, -1);
        for (var c = 0; c < _classes; c++)
            gains[c] = -2 * (Exact(_size[c] + _bigrams.Counts[word]) - Exact(_size[c]));
        Gain(_bigrams.Left[word], _left, gains);
        Gain(_bigrams.Right[word], _right, gains);
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

    void Gain((int Other, int Count)[] neighbours, int[] table, double[] gains)
    {
        foreach (var (other, count) in neighbours)
        {
            var row = table.AsSpan(other * _classes, _classes);
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
