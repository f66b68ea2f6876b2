using System.Collections.Immutable;

namespace ReliabilityEngine.Text;

/// <summary>What a document knows of its tokens' order: computed once, read by index.</summary>
/// <param name="QuotationOfToken">The innermost quotation, or -1.</param>
sealed record DocumentTables(
    ImmutableArray<Sentence> Sentences,
    ImmutableArray<Paragraph> Paragraphs,
    ImmutableArray<Quotation> Quotations,
    int[] SentenceOfToken,
    int[] QuotationOfToken);
