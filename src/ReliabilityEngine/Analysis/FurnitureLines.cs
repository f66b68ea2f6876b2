using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Analysis;

/// <summary>Lines that are furniture as a whole: buttons, labels, credits, lines without a word.</summary>
static class FurnitureLines
{
    const int LongestButtons = 25;
    const int LongestLabelled = 40;
    const int LongestCredit = 10;

    public static void Mark(FurnitureMap map, FurnitureCues cues)
    {
        for (var i = 0; i < map.Document.Paragraphs.Length; i++)
        {
            var line = map.Document.Paragraphs[i];
            if (KindOf(map, cues, i, line, map.Words(line.Tokens)) is { } kind)
                map.Mark(line, kind);
        }
    }

    static FurnitureKind? KindOf(FurnitureMap map, FurnitureCues cues, int index, Paragraph line, int words)
    {
        if (words == 0)
            return IsWordless(map.Document, line) ? FurnitureKind.Other : null;
        if (words <= LongestLabelled && cues.Labels(index).Take(1).Any(cue => IsLabel(map.Document, line, cue)))
            return FurnitureCues.KindOf(cues.Labels(index).First());
        if (words <= LongestButtons && IsButtons(map, cues.Lines(index), line))
            return KindOf(cues.Lines(index));
        return words <= LongestCredit && cues.Endings(index).TakeLast(1).Any(cue => EndsLine(map.Document, line, cue))
            ? FurnitureCues.KindOf(cues.Endings(index).Last())
            : null;
    }

    /// <summary>The first kind that says more than other.</summary>
    static FurnitureKind KindOf(IEnumerable<CueMatch> buttons) =>
        buttons.Select(FurnitureCues.KindOf).FirstOrDefault(kind => kind != FurnitureKind.Other, FurnitureKind.Other);

    /// <summary>Rules, stars, counters and bare addresses; the number of a point keeps its place in the text.</summary>
    static bool IsWordless(Document document, Paragraph line)
    {
        for (var i = line.Tokens.First; i < line.Tokens.End; i++)
        {
            if (document.Tokens[i].Kind is TokenKind.ListNumber)
                return false;
        }

        return true;
    }

    /// <summary>The phrases cover the line, but for small words such as "at" between them.</summary>
    public static bool IsButtons(FurnitureMap map, IEnumerable<CueMatch> cues, Paragraph line)
    {
        var (next, covered) = (line.Tokens.First, false);
        foreach (var cue in cues)
        {
            if (!HoldsNothing(map.Document, next, cue.Tokens.First))
                return false;
            (next, covered) = (cue.Tokens.End, true);
        }

        return covered && HoldsNothing(map.Document, next, line.Tokens.End);
    }

    static bool HoldsNothing(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (document.Tokens[i].Kind == TokenKind.Word && document.Form(i) is not ("at" or "on" or "and" or "of" or "or"))
                return false;
        }

        return true;
    }

    static bool IsLabel(Document document, Paragraph line, CueMatch cue) =>
        cue.Tokens.First == FirstWord(document, line.Tokens) && cue.Tokens.End < line.Tokens.End
            && document.Form(cue.Tokens.End) == ":" && !document.IsQuoted(cue.Tokens.First);

    static bool EndsLine(Document document, Paragraph line, CueMatch cue)
    {
        for (var i = cue.Tokens.End; i < line.Tokens.End; i++)
        {
            if (document.Tokens[i].Kind == TokenKind.Word || document.Form(i) is "." or "?" or "!")
                return false;
        }

        return true;
    }

    /// <summary>The first word of a range, after bullets, brackets and marks.</summary>
    public static int FirstWord(Document document, TokenRange range)
    {
        var i = range.First;
        while (i < range.End && document.Tokens[i].Kind is TokenKind.Punctuation or TokenKind.Symbol or TokenKind.QuotationMark)
            i++;
        return i;
    }
}
