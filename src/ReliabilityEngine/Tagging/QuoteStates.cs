using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>Marks the rows inside outermost quotations and how far the marks are.</summary>
static class QuoteStates
{
    public static void Fill(TokenTable table)
    {
        Mark(table);
        foreach (var paragraph in table.Paragraphs)
            Measure(table.Rows, paragraph);
    }

    static void Mark(TokenTable table)
    {
        var document = table.Document;
        foreach (var quotation in document.Quotations)
        {
            if (quotation.Depth > 0)
                continue;
            for (var i = quotation.Tokens.First; i < quotation.Tokens.End; i++)
            {
                var row = i + TokenTable.Offset(document.Sentences[document.SentenceAt(i)].Paragraph);
                table.Rows[row].Quote = i == quotation.Tokens.First ? QuoteState.Opening
                    : i == quotation.Tokens.End - 1 ? QuoteState.Closing
                    : QuoteState.Inside;
            }
        }
    }

    static void Measure(Span<TokenRow> rows, TokenRange paragraph)
    {
        int last = -1, quotes = 0;
        for (var i = paragraph.First; i < paragraph.End; i++)
        {
            if (rows[i].Quote >= QuoteState.Opening)
                last = i;
            if (rows[i].Quote == QuoteState.Opening)
                quotes = Math.Min(quotes + 1, byte.MaxValue);
            rows[i].QuotesSoFar = (byte)quotes;
            rows[i].FromMark = (byte)(last < 0 ? TokenRow.Far : Math.Min(TokenRow.Far, i - last));
        }

        last = -1;
        for (var i = paragraph.End - 1; i >= paragraph.First; i--)
        {
            if (rows[i].Quote >= QuoteState.Opening)
                last = i;
            rows[i].ToMark = (byte)(last < 0 ? TokenRow.Far : Math.Min(TokenRow.Far, last - i));
        }
    }
}
