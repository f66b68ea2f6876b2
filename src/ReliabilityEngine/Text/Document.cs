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

    public static Document Parse(string text) => new(text, [], []);
}
