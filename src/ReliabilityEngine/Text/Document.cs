using System.Collections.Immutable;

namespace ReliabilityEngine.Text;

/// <summary>A text cut into tokens, sentences, paragraphs and quotations, all in order of their start.</summary>
public sealed class Document
{
    Document(string text, ImmutableArray<Token> tokens, ImmutableArray<string> forms) =>
        (Text, Tokens, Forms) = (text, tokens, forms);

    public string Text { get; }

    public ImmutableArray<Token> Tokens { get; }

    /// <summary>The distinct lower-case forms of the tokens, curly apostrophes made straight.</summary>
    public ImmutableArray<string> Forms { get; }

    public ImmutableArray<Sentence> Sentences { get; private init; } = [];

    public ImmutableArray<Paragraph> Paragraphs { get; private init; } = [];

    public ImmutableArray<Quotation> Quotations { get; private init; } = [];

    /// <summary>The lower-case form of a token.</summary>
    public string Form(int token) => Forms[Tokens[token].Form];

    /// <summary>A token as it stands in the text.</summary>
    public ReadOnlySpan<char> Raw(int token) => Tokens[token].Span.In(Text);

    /// <summary>The tokens that a span touches; empty where it touches none.</summary>
    public TokenRange TokensAt(TextSpan span)
    {
        var first = FirstWith(Tokens.Length, index => Tokens[index].End > span.Start);
        return new(first, Math.Max(first, FirstWith(Tokens.Length, index => Tokens[index].Start >= span.End)));
    }

    /// <summary>Index of the sentence that holds a span's start, or of the last one before it.</summary>
    public int SentenceAt(TextSpan span) =>
        Math.Max(0, FirstWith(Sentences.Length, index => Sentences[index].Span.Start > span.Start) - 1);

    public static Document Parse(string text) => new(text, [], []);

    /// <summary>The first index from which on a condition holds.</summary>
    static int FirstWith(int count, Func<int, bool> holds)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
