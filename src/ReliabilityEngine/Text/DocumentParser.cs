using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReliabilityEngine.Text;

/// <summary>The text stage, step by step: tokens, paragraphs, quotations, sentences.</summary>
static class DocumentParser
{
    public static Document Parse(string text)
    {
        var (tokens, forms) = Tokenizer.Tokenize(text);
        var paragraphRanges = ParagraphRanges(text, tokens);
        var (pairs, marks) = QuotationFinder.Find(text, tokens, paragraphRanges);
        CallApostrophesClitics(text, tokens, marks);
        var (sentences, paragraphs) = Split(text, tokens, marks, paragraphRanges);
        var sentenceOfToken = SentencePerToken(sentences, tokens.Length);
        var quotations = QuotationTable.Fill(text, tokens, pairs, sentences, sentenceOfToken);
        return new(text, ImmutableCollectionsMarshal.AsImmutableArray(tokens), forms, new(
            sentences, paragraphs, quotations, sentenceOfToken, QuotationTable.PerToken(quotations, tokens.Length)));
    }

    static TokenRange[] ParagraphRanges(string text, Token[] tokens)
    {
        var layout = LineLayout.Of(text);
        var ranges = new List<TokenRange>();
        var first = 0;
        for (var i = 1; i < tokens.Length; i++)
        {
            var (end, next) = (tokens[i - 1].End, tokens[i].Start);
            if (end == next || !layout.Breaks(text, end, next, tokens[i].Kind == TokenKind.ListNumber))
                continue;
            ranges.Add(new(first, i));
            first = i;
        }

        if (first < tokens.Length)
            ranges.Add(new(first, tokens.Length));
        return [.. ranges];
    }

    /// <summary>voters': a single mark at a word's end that closes nothing is the word's own.</summary>
    static void CallApostrophesClitics(string text, Token[] tokens, MarkDirection[] marks)
    {
        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.QuotationMark && marks[i] == MarkDirection.Either && tokens[i].Length == 1
                && Characters.IsApostrophe(text[tokens[i].Start]) && tokens[i - 1].End == tokens[i].Start
                && tokens[i - 1].Kind == TokenKind.Word)
            {
                tokens[i] = tokens[i] with { Kind = TokenKind.Clitic };
            }
        }
    }

    static (ImmutableArray<Sentence> Sentences, ImmutableArray<Paragraph> Paragraphs) Split(
        string text, Token[] tokens, MarkDirection[] marks, TokenRange[] ranges)
    {
        var splitter = new SentenceSplitter(text, tokens, marks);
        var cuts = new List<TokenRange>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>(ranges.Length * 3);
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>(ranges.Length);
        foreach (var range in ranges)
        {
            cuts.Clear();
            splitter.Split(range, cuts);
            var first = sentences.Count;
            foreach (var cut in cuts)
                sentences.Add(new(Span(tokens, cut), cut, paragraphs.Count));
            paragraphs.Add(new(Span(tokens, range), range, first..sentences.Count));
        }

        return (sentences.DrainToImmutable(), paragraphs.DrainToImmutable());
    }

    static TextSpan Span(Token[] tokens, TokenRange range) => new(tokens[range.First].Start, tokens[range.End - 1].End);

    static int[] SentencePerToken(ImmutableArray<Sentence> sentences, int count)
    {
        var indices = new int[count];
        for (var i = 0; i < sentences.Length; i++)
            indices.AsSpan(sentences[i].Tokens.First, sentences[i].Tokens.Count).Fill(i);
        return indices;
    }
}
