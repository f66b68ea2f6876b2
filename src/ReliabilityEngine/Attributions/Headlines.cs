using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Headlines and transcripts: "X: …" at the head of a line.</summary>
static class Headlines
{
    const int LongestSource = 8;

    public static void Find(TokenView view, ImmutableArray<ReportClause> clauses, Ascriptions found)
    {
        foreach (var paragraph in view.Document.Paragraphs)
        {
            if (Colon(view, paragraph.Tokens) is not int colon)
                continue;
            var source = new TokenRange(paragraph.Tokens.First, colon);
            var end = Complements.Trimmed(view, colon + 1, End(view, paragraph, colon));
            if (IsSpeaker(view, source))
                found.TryAdd(source, new TokenRange(colon, colon + 1), new TokenRange(colon + 1, end));
        }
    }

    static int? Colon(TokenView view, TokenRange paragraph)
    {
        for (var token = paragraph.First + 1; token < Math.Min(paragraph.End - 1, paragraph.First + LongestSource); token++)
        {
            if (view.IsMark(token, ':'))
                return token;
            if (view.IsMark(token, ',') || view.IsQuotationMark(token) || view.Is(token, WordClass.Report | WordClass.Boundary))
                return null;
        }

        return null;
    }

    /// <summary>A transcript's turn runs over its whole paragraph.</summary>
    static int End(TokenView view, Paragraph paragraph, int colon) =>
        view.IsAllCapitals(paragraph.Tokens.First) || view.IsQuoted(colon + 1)
            ? paragraph.Tokens.End : view.SentenceOf(colon + 1).Tokens.End;

    /// <summary>"Sources: the census" lists where figures come from; nobody speaks.</summary>
    static bool IsSpeaker(TokenView view, TokenRange source)
    {
        if (view.Is(source.First, "source") || view.Is(source.First, "sources") || view.Document.Tokens[source.End - 1].Length == 1)
            return false;
        if (view.Is(source.End - 1, SourceLexicons.Heads & ~WordClass.UnnamedHead))
            return true;
        for (var token = source.First; token < source.End; token++)
        {
            if (!view.IsCapitalised(token))
                return false;
        }

        return true;
    }
}
