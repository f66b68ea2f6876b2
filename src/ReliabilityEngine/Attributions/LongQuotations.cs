using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>A quotation that opens anew with each paragraph and closes once is one speaker's from the first mark to the last.</summary>
static class LongQuotations
{
    public static void Complete(TokenView view, Ascriptions found)
    {
        // Who reports a quotation first has it, so that none is read twice.
        var taken = new HashSet<int>();
        for (var i = 0; i < found.Found.Count; i++)
        {
            for (var piece = 0; piece < found.Found[i].Content.Length; piece++)
            {
                if (Reported(view, found.Found[i].Content[piece].First, found.Found[i].Cue) is { } index && taken.Add(index))
                    found.Widen(i, piece, view.Document.Quotations[index].Tokens);
            }
        }
    }

    /// <summary>The quotation over several paragraphs that holds the content and not its cue.</summary>
    static int? Reported(TokenView view, int content, TokenRange? cue)
    {
        var index = view.QuotationIndex(content);
        if (index < 0 || view.Document.Quotations[index] is not { Depth: 0, Kind: QuotationKind.Speech, Tokens: var tokens })
            return null;
        return OpensAnew(view, tokens) && !(cue is { } said && tokens.Contains(said.First)) ? index : null;
    }

    /// <summary>Its last paragraph opens with the mark of the first: where they differ, one of them was left open.</summary>
    static bool OpensAnew(TokenView view, TokenRange quotation)
    {
        var last = view.SentenceOf(quotation.End - 1).Paragraph;
        return view.SentenceOf(quotation.First).Paragraph != last
            && view.Document.Raw(view.Document.Paragraphs[last].Tokens.First).SequenceEqual(view.Document.Raw(quotation.First));
    }
}
