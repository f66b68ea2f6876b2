using ReliabilityEngine.Analysis;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.WhatIf;

/// <summary>What sentences hold.</summary>
static class Sentences
{
    /// <summary>Neither speech nor the name of a source stands in the sentence, so that only the author's words would go with it.</summary>
    public static bool CitesNobody(this ArticleAnalysis analysis, TextSpan sentence) =>
        !analysis.Attributions.Any(attribution => attribution.Source is { } source && source.Overlaps(sentence)) &&
        !analysis.Document.Quotations.Any(quotation => quotation.Kind == QuotationKind.Speech && quotation.Span.Overlaps(sentence));
}
