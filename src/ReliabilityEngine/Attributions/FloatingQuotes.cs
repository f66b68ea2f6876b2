using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Quoted sentences that follow a report without one of their own go on with its source.</summary>
static class FloatingQuotes
{
    public static void Find(TokenView view, ImmutableArray<ReportClause> clauses, Ascriptions found)
    {
        var endings = new int[view.Document.Sentences.Length];
        Array.Fill(endings, -1);
        for (var i = 0; i < found.Found.Count; i++)
        {
            ref var ending = ref endings[view.SentenceIndex(LastToken(found.Found[i]))];
            if (ending < 0 || IsQuoted(view, found.Found[i]) || !IsQuoted(view, found.Found[ending]))
                ending = i;
        }

        foreach (var quotation in view.Document.Quotations)
        {
            if (quotation is not { Depth: 0, Kind: QuotationKind.Speech } || found.IsTaken(quotation.Tokens.First))
                continue;
            var sentence = view.SentenceIndex(quotation.Tokens.First);
            if (!StandsAlone(view, quotation.Tokens) || sentence == 0 || endings[sentence - 1] is var speaker && speaker < 0)
                continue;
            if (found.TryExtend(speaker, quotation.Tokens))
                endings[view.SentenceIndex(quotation.Tokens.End - 1)] = speaker;
        }
    }

    static bool IsQuoted(TokenView view, Ascription ascription) => view.IsQuoted(ascription.Content[0].First);

    static int LastToken(Ascription ascription) =>
        Math.Max(ascription.Content[^1].End, Math.Max(ascription.Cue?.End ?? 0, ascription.Source?.End ?? 0)) - 1;

    static bool StandsAlone(TokenView view, TokenRange quotation) =>
        view.SentenceOf(quotation.First).Tokens.First == quotation.First
        && view.SentenceOf(quotation.End - 1).Tokens.End <= quotation.End + 1;
}
