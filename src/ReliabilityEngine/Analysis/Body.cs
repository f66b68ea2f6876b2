using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Analysis;

/// <summary>The article's own prose: the sentences that are neither title nor other furniture.</summary>
public sealed class Body
{
    const int LeadSentences = 3;

    readonly Document _document;

    // A token's bit says that it is a word of the body.
    readonly bool[] _isWord;

    readonly ImmutableArray<Token>[] _byKind;

    public Body(Document document, ImmutableArray<Furniture> furniture)
    {
        _document = document;
        var isFurniture = TokensOf(document, furniture);
        Sentences = [.. document.Sentences.Where(sentence => HoldsProse(document, sentence, isFurniture))];
        _isWord = new bool[document.Tokens.Length];
        foreach (var sentence in Sentences)
        {
            for (var i = sentence.Tokens.First; i < sentence.Tokens.End; i++)
                _isWord[i] = document.Tokens[i].Kind == TokenKind.Word && !isFurniture[i];
        }

        Words = _isWord.AsSpan().Count(true);
        _byKind = ByKind();
    }

    public ImmutableArray<Sentence> Sentences { get; }

    /// <summary>The number of words: tokens of letters.</summary>
    public int Words { get; }

    public ReadOnlySpan<Token> TokensIn(Sentence sentence) =>
        _document.Tokens.AsSpan().Slice(sentence.Tokens.First, sentence.Tokens.Count);

    public ImmutableArray<Token> Tokens(TokenKind kind) => _byKind[(int)kind];

    public int WordsIn(Sentence sentence) => CountWords(sentence.Tokens.First, sentence.Tokens.End);

    /// <summary>The number of words inside any of the spans, each counted once.</summary>
    public int WordsInside(IEnumerable<TextSpan> spans)
    {
        var (words, counted) = (0, 0);
        foreach (var span in spans.Order())
        {
            var tokens = _document.TokensAt(span);
            var first = Math.Max(counted, tokens.First);
            words += CountWords(first, tokens.End);
            counted = Math.Max(counted, tokens.End);
        }

        return words;
    }

    public bool Contains(TextSpan span) => IndexOf(span) >= 0;

    /// <summary>The place is in the first three sentences.</summary>
    public bool IsInLead(TextSpan span) => IndexOf(span) is >= 0 and < LeadSentences;

    /// <summary>Index of the body's first sentence that ends after a position; the number of sentences where none does.</summary>
    internal int FirstEndingAfter(int position)
    {
        var (low, high) = (0, Sentences.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = Sentences[middle].Span.End <= position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    ImmutableArray<Token>[] ByKind()
    {
        var kinds = Enum.GetValues<TokenKind>();
        var counts = new int[kinds.Length];
        foreach (var sentence in Sentences)
        {
            foreach (var token in TokensIn(sentence))
                counts[(int)token.Kind]++;
        }

        var builders = Array.ConvertAll(kinds, kind => ImmutableArray.CreateBuilder<Token>(counts[(int)kind]));
        foreach (var sentence in Sentences)
        {
            foreach (var token in TokensIn(sentence))
                builders[(int)token.Kind].Add(token);
        }

        return Array.ConvertAll(builders, builder => builder.MoveToImmutable());
    }

    static bool[] TokensOf(Document document, ImmutableArray<Furniture> furniture)
    {
        var isFurniture = new bool[document.Tokens.Length];
        foreach (var item in furniture)
        {
            var tokens = document.TokensAt(item.Span);
            isFurniture.AsSpan(tokens.First, tokens.Count).Fill(true);
        }

        return isFurniture;
    }

    /// <summary>A dateline takes its words out of the body, not the sentence that it opens.</summary>
    static bool HoldsProse(Document document, Sentence sentence, bool[] isFurniture)
    {
        var holdsFurniture = false;
        for (var i = sentence.Tokens.First; i < sentence.Tokens.End; i++)
        {
            if (!isFurniture[i] && document.Tokens[i].Kind == TokenKind.Word)
                return true;
            holdsFurniture |= isFurniture[i];
        }

        return !holdsFurniture;
    }

    int CountWords(int first, int end) => end > first ? _isWord.AsSpan()[first..end].Count(true) : 0;

    /// <summary>Index of the body's sentence that holds the start of a span, or negative.</summary>
    int IndexOf(TextSpan span)
    {
        var (low, high) = (0, Sentences.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var sentence = Sentences[middle].Span;
            if (sentence.Contains(span.Start))
                return middle;
            (low, high) = sentence.Start > span.Start ? (low, middle - 1) : (middle + 1, high);
        }

        return ~low;
    }
}
