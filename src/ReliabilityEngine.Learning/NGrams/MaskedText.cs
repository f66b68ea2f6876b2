using System.Collections.Immutable;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.NGrams;

/// <summary>A word or mark as n-grams see it.</summary>
/// <param name="Form">Lower case; a name, number or address is given by what it is.</param>
/// <param name="Span">Its place in the article's text; empty for a title's.</param>
public readonly record struct MaskedWord(string Form, TextSpan Span)
{
    public const string Name = "[name]";
    public const string Number = "[number]";
    public const string Address = "[address]";

    /// <summary>Stands between paragraphs, which no n-gram bridges.</summary>
    public static MaskedWord Break { get; } = new("", default);

    public bool IsBreak => Form.Length == 0;

    public bool IsMask => Form.Length > 1 && Form[0] == '[';

    public bool IsPlain => Form.Length > 0 && char.IsLetter(Form[0]);
}

/// <summary>The words of an article with the names masked, so that a model learns manner and not topic.</summary>
public sealed record MaskedText(ImmutableArray<MaskedWord> Body, ImmutableArray<MaskedWord> Title)
{
    const int LeadWords = 120;
    const int TailWords = 80;

    public static MaskedText Of(ArticleAnalysis analysis) => Of(analysis.Document, analysis.Body, analysis.Title);

    /// <param name="title">The title's own document.</param>
    public static MaskedText Of(Document document, Body body, Document title)
    {
        var names = NameMask.Of(document);
        return new(BodyOf(document, body, names), TitleOf(title, names));
    }

    public ReadOnlySpan<MaskedWord> Part(TextPart part) => part switch
    {
        TextPart.Title => Title.AsSpan(),
        TextPart.Lead => Body.AsSpan()[..Math.Min(LeadWords, Body.Length)],
        _ => Body.AsSpan()[FirstOf(part)..],
    };

    /// <summary>Where a part begins in the title or the body.</summary>
    public int FirstOf(TextPart part) => part == TextPart.Tail ? Math.Max(0, Body.Length - TailWords) : 0;

    static ImmutableArray<MaskedWord> BodyOf(Document document, Body body, NameMask names)
    {
        var words = ImmutableArray.CreateBuilder<MaskedWord>(document.Tokens.Length);
        var paragraph = -1;
        foreach (var sentence in body.Sentences)
        {
            if (sentence.Paragraph != paragraph && words.Count > 0)
                words.Add(MaskedWord.Break);
            paragraph = sentence.Paragraph;
            for (var i = sentence.Tokens.First; i < sentence.Tokens.End; i++)
                Add(words, document, i, names.IsName(document, i), document.Tokens[i].Span);
        }

        return words.DrainToImmutable();
    }

    static ImmutableArray<MaskedWord> TitleOf(Document title, NameMask names)
    {
        var words = ImmutableArray.CreateBuilder<MaskedWord>(title.Tokens.Length);
        for (var i = 0; i < title.Tokens.Length; i++)
            Add(words, title, i, names.IsNameInTitle(title, i), default);
        return words.DrainToImmutable();
    }

    static void Add(ImmutableArray<MaskedWord>.Builder words, Document document, int token, bool isName, TextSpan span)
    {
        var form = isName ? MaskedWord.Name : Form(document, token);
        // A name of several words is one mask.
        if (isName && words.Count > 0 && words[^1].Form == MaskedWord.Name)
            words[^1] = new(form, words[^1].Span.Union(span));
        else if (form.Length > 0)
            words.Add(new(form, span));
    }

    static string Form(Document document, int token) => document.Tokens[token].Kind switch
    {
        TokenKind.Number or TokenKind.ListNumber => MaskedWord.Number,
        TokenKind.Url or TokenKind.Handle => MaskedWord.Address,
        TokenKind.QuotationMark => "\"",
        _ => document.Form(token),
    };
}
