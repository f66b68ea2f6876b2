using System.Collections.Immutable;

namespace ReliabilityEngine.Text;

/// <summary>A text cut into tokens, sentences, paragraphs and quotations, all in order of their start.</summary>
public sealed class Document
{
    readonly int[] _sentenceOfToken;
    readonly int[] _quotationOfToken;

    internal Document(string text, ImmutableArray<Token> tokens, ImmutableArray<string> forms, DocumentTables tables)
    {
        (Text, Tokens, Forms) = (text, tokens, forms);
        (Sentences, Paragraphs, Quotations) = (tables.Sentences, tables.Paragraphs, tables.Quotations);
        (_sentenceOfToken, _quotationOfToken) = (tables.SentenceOfToken, tables.QuotationOfToken);
    }

    public string Text { get; }

    public ImmutableArray<Token> Tokens { get; }

    /// <summary>The distinct lower-case forms of the tokens, curly apostrophes made straight.</summary>
    public ImmutableArray<string> Forms { get; }

    public ImmutableArray<Sentence> Sentences { get; }

    public ImmutableArray<Paragraph> Paragraphs { get; }

    public ImmutableArray<Quotation> Quotations { get; }

    public static Document Parse(string text) => DocumentParser.Parse(text);

    /// <summary>The lower-case form of a token.</summary>
    public string Form(int token) => Forms[Tokens[token].Form];

    /// <summary>A token as it stands in the text.</summary>
    public ReadOnlySpan<char> Raw(int token) => Tokens[token].Span.In(Text);

    /// <summary>Index of the sentence that holds a token.</summary>
    public int SentenceAt(int token) => _sentenceOfToken[token];

    /// <summary>Index of the innermost quotation that holds a token, its marks included; -1 where none does.</summary>
    public int QuotationAt(int token) => _quotationOfToken[token];

    public bool IsQuoted(int token) => _quotationOfToken[token] >= 0;

    /// <summary>Index of the first token that ends after a position; the number of tokens where none does.</summary>
    public int TokenAt(int position)
    {
        int low = 0, high = Tokens.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Tokens[middle].End <= position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The tokens that a span touches; empty where it touches none.</summary>
    public TokenRange TokensAt(TextSpan span)
    {
        var first = TokenAt(span.Start);
        var end = TokenAt(span.End);
        return new(first, Math.Max(first, end < Tokens.Length && Tokens[end].Start < span.End ? end + 1 : end));
    }

    /// <summary>The span from the first token of a range to its last; empty for an empty range.</summary>
    public TextSpan SpanOf(TokenRange range) =>
        range.Count <= 0 ? default : new(Tokens[range.First].Start, Tokens[range.End - 1].End);

    /// <summary>Index of the sentence that holds a span's start, or of the last one before it; 0 where there is none.</summary>
    public int SentenceAt(TextSpan span)
    {
        int low = 0, high = Sentences.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Sentences[middle].Span.Start <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return Math.Max(0, low - 1);
    }
}
