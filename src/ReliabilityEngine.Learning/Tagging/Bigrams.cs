using ReliabilityEngine.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>How often each of the commonest words stands beside each other one.</summary>
sealed class Bigrams
{
    Bigrams(uint[] words, long[] counts, (int Other, int Count)[][] left, (int Other, int Count)[][] right) =>
        (Words, Counts, Left, Right) = (words, counts, left, right);

    /// <summary>Hashes of the words, the commonest first.</summary>
    public uint[] Words { get; }

    public long[] Counts { get; }

    /// <summary>What stands before each word; the number of words stands for all rarer ones.</summary>
    public (int Other, int Count)[][] Left { get; }

    public (int Other, int Count)[][] Right { get; }

    public static Bigrams Count(IEnumerable<string> texts, int vocabulary)
    {
        var (sequences, counts) = Sequences(texts);
        var words = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(vocabulary)
            .Select(pair => pair.Key).ToArray();
        var index = words.Select((word, i) => (word, i)).ToDictionary(pair => pair.word, pair => pair.i);
        var pairs = new Dictionary<long, int>();
        var rare = words.Length;
        foreach (var sequence in sequences)
        {
            var last = rare;
            foreach (var word in sequence)
            {
                var current = index.GetValueOrDefault(word, rare);
                if (current < rare || last < rare)
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(pairs, ((long)last << 32) | (uint)current, out _)++;
                last = current;
            }
        }

        var ordered = pairs.Select(pair => (First: (int)(pair.Key >> 32), Second: (int)pair.Key, pair.Value)).Order().ToArray();
        var left = ordered.ToLookup(pair => pair.Second, pair => (pair.First, pair.Value));
        var right = ordered.ToLookup(pair => pair.First, pair => (pair.Second, pair.Value));
        return new(
            words,
            [.. words.Select(word => (long)counts[word])],
            [.. Enumerable.Range(0, rare).Select(i => left[i].ToArray())],
            [.. Enumerable.Range(0, rare).Select(i => right[i].ToArray())]);
    }

    static (List<uint[]> Sequences, Dictionary<uint, int> Counts) Sequences(IEnumerable<string> texts)
    {
        var sequences = new List<uint[]>();
        var counts = new Dictionary<uint, int>();
        foreach (var text in texts)
        {
            var document = Document.Parse(text);
            var hashes = document.Forms.Select(form => FeatureKey.OfForm(form)).ToArray();
            var sequence = document.Tokens.Select(token => hashes[token.Form]).ToArray();
            foreach (var word in sequence)
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
            sequences.Add(sequence);
        }

        return (sequences, counts);
    }
}
