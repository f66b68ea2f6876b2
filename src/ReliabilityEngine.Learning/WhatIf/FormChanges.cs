using ReliabilityEngine.Analysis;
using ReliabilityEngine.Text;
using static ReliabilityEngine.Learning.WhatIf.Changes;

namespace ReliabilityEngine.Learning.WhatIf;

/// <summary>What a writer can do about title, byline and dateline.</summary>
static class FormChanges
{
    public static IEnumerable<Change> All =>
    [
        new("plain-title", n => $"a title without {The(n, "loaded, sensational or insisting word", "loaded, sensational or insisting words")}", PlainTitle) { OfTitle = true },
        new("stating-title", _ => "a title that neither asks nor exclaims", StatingTitle) { OfTitle = true },
        new("byline", _ => "saying who wrote it", a => Lacks(a, FurnitureKind.Byline) && string.IsNullOrWhiteSpace(a.Article.Byline) ? Before(a, "By Jane Doe\n\n") : []),
        new("dateline", _ => "saying where and when it was written", a => Lacks(a, FurnitureKind.Dateline) ? Before(a, "LONDON, March 3 — ") : []),
    ];

    static IEnumerable<TextEdit> PlainTitle(ArticleAnalysis a) =>
        a.TitleCues.Where(cue => cue.Lexicon is "loaded" or "sensational" or "subjective" or "intensifiers")
            .Select(cue => TextEdit.LeaveOut(a.Title.Text, cue.Span));

    static IEnumerable<TextEdit> StatingTitle(ArticleAnalysis a) =>
        a.Title.Tokens.Where(token => token.Span.In(a.Title.Text) is "?" or "!").Select(token => TextEdit.Replace(token.Span, ""));

    static bool Lacks(ArticleAnalysis a, FurnitureKind kind) => a.Furniture.All(item => item.Kind != kind);

    static IEnumerable<TextEdit> Before(ArticleAnalysis a, string words) =>
        a.Body.Sentences.Take(1).Select(sentence => TextEdit.Insert(sentence.Span.Start, words, default));
}
