using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReliabilityEngine.Learning.NGrams;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning;

/// <summary>What the n-grams of an article add to its score, by the words that they are made of; runs of letters go to their word.</summary>
sealed class WordPoints(NGramLayout layout)
{
    // A table of points for every article being explained at once; each is handed back empty.
    readonly ConcurrentBag<double[]> _tables = [];

    /// <param name="points">Of each n-gram.</param>
    public Dictionary<string, WordsFound> Of(MaskedText text, GramVector grams, ImmutableArray<double> points)
    {
        var table = _tables.TryTake(out var idle) ? idle : new double[layout.Size];
        for (var k = 0; k < grams.Count; k++)
            table[grams.Indices[k]] = points[k] / grams.Counts[k];
        var (body, title) = (new PlacePoints(text.Body), new PlacePoints(text.Title));
        for (var i = 0; i < layout.Blocks.Length; i++)
        {
            var block = layout.Blocks[i];
            var sink = new Sink(table, layout.Offsets[i], block.Part == TextPart.Title ? title : body, text.FirstOf(block.Part));
            NGramReader.Read(text.Part(block.Part), block, ref sink);
        }

        foreach (var index in grams.Indices)
            table[index] = 0;
        _tables.Add(table);
        var found = new Dictionary<string, WordsFound>(StringComparer.Ordinal);
        body.AddTo(found);
        title.AddTo(found);
        return found;
    }

    readonly struct Sink(double[] table, int offset, PlacePoints places, int firstWord) : IGramSink
    {
        public void Take(int index, int first, int last) => places.Add(firstWord + first, last - first, table[offset + index]);
    }

    /// <summary>Points by the first word and the length of a run of words.</summary>
    sealed class PlacePoints(ImmutableArray<MaskedWord> words)
    {
        readonly List<double[]> _byLength = [];

        public void Add(int first, int more, double points)
        {
            while (_byLength.Count <= more)
                _byLength.Add(new double[words.Length]);
            _byLength[more][first] += points;
        }

        public void AddTo(Dictionary<string, WordsFound> found)
        {
            for (var more = 0; more < _byLength.Count; more++)
            {
                for (var first = 0; first < words.Length; first++)
                {
                    if (_byLength[more][first] is not 0 and var points)
                        Take(found, first, first + more, points);
                }
            }
        }

        void Take(Dictionary<string, WordsFound> found, int first, int last, double points)
        {
            ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(found, TextOf(first, last), out _);
            word ??= new();
            word.Points += points;
            word.Places.Add(words[first].Span.Union(words[last].Span));
        }

        string TextOf(int first, int last)
        {
            var text = words[first].Form;
            for (var i = first + 1; i <= last; i++)
                text = $"{text} {words[i].Form}";
            return text;
        }
    }
}

/// <summary>A run of words wherever it stands in an article.</summary>
sealed class WordsFound
{
    public double Points { get; set; }

    /// <summary>Empty where it stands in the title.</summary>
    public List<TextSpan> Places { get; } = [];
}
