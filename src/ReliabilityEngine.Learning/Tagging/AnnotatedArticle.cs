using System.Collections.Immutable;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>An attribution as a person marked it.</summary>
public sealed record GoldAttribution(
    ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content);

/// <summary>An article with the attributions that a person found in it.</summary>
/// <param name="Publisher">Articles of one publisher are never on both sides of a split.</param>
public sealed record AnnotatedArticle(string Id, string Publisher, string Text, ImmutableArray<GoldAttribution> Attributions);

/// <summary>A gold attribution in rows of a token table.</summary>
sealed record GoldRows(ImmutableArray<TokenRange> Source, ImmutableArray<TokenRange> Cue, ImmutableArray<TokenRange> Content)
{
    public static GoldRows Of(GoldAttribution gold, TokenTable table) =>
        new(Rows(gold.Source, table), Rows(gold.Cue, table), Rows(gold.Content, table));

    /// <summary>A token belongs to a span that holds its middle; a span that runs over paragraphs is cut at their ends.</summary>
    static ImmutableArray<TokenRange> Rows(ImmutableArray<TextSpan> spans, TokenTable table)
    {
        var ranges = ImmutableArray.CreateBuilder<TokenRange>();
        foreach (var span in spans.Order())
        {
            for (var p = 0; p < table.Paragraphs.Length; p++)
            {
                if (table.Document.Paragraphs[p].Span.Overlaps(span) && Within(span, table, p) is { Count: > 0 } range)
                    ranges.Add(range);
            }
        }

        return ranges.ToImmutable();
    }

    static TokenRange Within(TextSpan span, TokenTable table, int paragraph)
    {
        var (rows, offset) = (table.Paragraphs[paragraph], TokenTable.Offset(paragraph));
        var first = rows.First;
        while (first < rows.End && Middle(first) < span.Start)
            first++;
        var end = first;
        while (end < rows.End && Middle(end) <= span.End)
            end++;
        return new(first, end);

        double Middle(int row) => (table.Document.Tokens[row - offset].Start + table.Document.Tokens[row - offset].End) / 2.0;
    }
}
