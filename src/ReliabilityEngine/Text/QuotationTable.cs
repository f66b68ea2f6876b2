using System.Collections.Immutable;

namespace ReliabilityEngine.Text;

/// <summary>Gives each pair of marks its depth and kind.</summary>
static class QuotationTable
{
    public static ImmutableArray<Quotation> Fill(
        string text, Token[] tokens, TokenRange[] pairs, ImmutableArray<Sentence> sentences, int[] sentenceOfToken)
    {
        var quotations = ImmutableArray.CreateBuilder<Quotation>(pairs.Length);
        var ends = new Stack<int>();
        var (sentence, speaks) = (-1, false);
        foreach (var pair in pairs)
        {
            while (ends.TryPeek(out var end) && end <= pair.First)
                ends.Pop();
            if (sentence != sentenceOfToken[pair.First])
            {
                sentence = sentenceOfToken[pair.First];
                speaks = HasSpeechVerb(text, tokens, sentences[sentence].Tokens);
            }

            // Inside a quotation the marks are its speaker's, who is known.
            var kind = QuotationKinds.Of(text, tokens.AsSpan(pair.First + 1, pair.Count - 2), speaks || ends.Count > 0);
            quotations.Add(new(new(tokens[pair.First].Start, tokens[pair.End - 1].End), pair, ends.Count, kind));
            ends.Push(pair.End);
        }

        return quotations.DrainToImmutable();
    }

    /// <summary>For each token the innermost quotation that holds it, or -1.</summary>
    public static int[] PerToken(ImmutableArray<Quotation> quotations, int count)
    {
        var innermost = new int[count];
        var open = new Stack<int>();
        var next = 0;
        for (var token = 0; token < count; token++)
        {
            while (open.TryPeek(out var top) && quotations[top].Tokens.End <= token)
                open.Pop();
            while (next < quotations.Length && quotations[next].Tokens.First == token)
                open.Push(next++);
            innermost[token] = open.TryPeek(out var inner) ? inner : -1;
        }

        return innermost;
    }

    static bool HasSpeechVerb(string text, Token[] tokens, TokenRange sentence)
    {
        foreach (var token in tokens.AsSpan(sentence.First, sentence.Count))
        {
            if (token.Kind == TokenKind.Word && SentenceStarts.IsSpeechVerb(token.Span.In(text)))
                return true;
        }

        return false;
    }
}
