using System.Collections.Immutable;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.WhatIf;

/// <summary>One thing that a writer can do to an article.</summary>
/// <param name="Id">Lower case with hyphens, never reused for another meaning.</param>
/// <param name="InWords">What it is, such as "naming the 2 unnamed sources", for so many places.</param>
/// <param name="Edits">What would stand where; nothing where the text gives no occasion.</param>
public sealed record Change(string Id, Func<int, string> InWords, Func<ArticleAnalysis, IEnumerable<TextEdit>> Edits)
{
    /// <summary>The edits are made in the title and not in the text.</summary>
    public bool OfTitle { get; init; }

    /// <summary>The article after the change with the places that it touched; null where there is no occasion.</summary>
    public (Article Article, ImmutableArray<TextSpan> Places)? Apply(ArticleAnalysis analysis)
    {
        ImmutableArray<TextEdit> edits = [.. Edits(analysis).DistinctBy(edit => edit.Span).OrderBy(edit => edit.Span)];
        if (edits.IsEmpty)
            return null;
        var article = analysis.Article;
        return OfTitle
            ? (WithTitle(analysis, TextEdit.Apply(article.Title ?? "", edits)), [])
            : (article with { Text = TextEdit.Apply(article.Text, edits) }, [.. edits.Select(edit => edit.Place)]);
    }

    /// <summary>How many places the change touches.</summary>
    public int CountIn(ArticleAnalysis analysis) => Edits(analysis).DistinctBy(edit => edit.Span).Count();

    /// <summary>A title that stands in the text as well changes there, too.</summary>
    static Article WithTitle(ArticleAnalysis analysis, string title) => analysis.Article with
    {
        Title = title,
        Text = TextEdit.Apply(analysis.Article.Text,
            analysis.Furniture.Where(item => item.Kind == FurnitureKind.Title).Select(item => TextEdit.Replace(item.Span, title))),
    };
}
