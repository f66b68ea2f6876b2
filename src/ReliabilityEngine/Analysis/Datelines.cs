using System.Collections.Frozen;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Analysis;

/// <summary>The place, date and agency before an article's first words: HARWICK, Sept. 3 (Harbour Wire) —.</summary>
static class Datelines
{
    const int HeadLines = 6;
    const int LongestPlace = 4;
    const int LongestRest = 12;
    const int ShortestProse = 8;

    static readonly FrozenSet<string> Places = LexiconLibrary.BuiltIn["places"].Entries.Select(entry => entry.Phrase).ToFrozenSet(StringComparer.Ordinal);

    public static void Mark(FurnitureMap map, FurnitureCues cues)
    {
        for (var i = 0; i < Math.Min(HeadLines, map.Document.Paragraphs.Length); i++)
        {
            var line = map.Document.Paragraphs[i];
            if (!map.IsMarked(line) && !cues.Lines(i).Any(cue => cue.Tokens.First == line.Tokens.First))
                Mark(map, line);
        }
    }

    static void Mark(FurnitureMap map, Paragraph line)
    {
        var document = map.Document;
        var (first, end) = (line.Tokens.First, Math.Min(line.Tokens.End, line.Tokens.First + LongestPlace + LongestRest));
        var place = first;
        while (place < end && place < first + LongestPlace && IsInCapitals(document, place))
            place++;
        var inCapitals = place > first;
        var (agency, numbers, commas) = (default(TokenRange), 0, 0);
        for (var i = place; i < end; i++)
        {
            if (document.Form(i) == ":")
            {
                if (agency.Count + numbers + commas == 0 && IsPlace(document, first, i) && StartsProse(map, i + 1, line))
                    Add(map, first, i, agency);
                return;
            }

            if (IsDash(document, i))
            {
                var certain = agency.Count > 0 || (inCapitals && numbers + commas > 0);
                if (certain || (inCapitals && StartsProse(map, i + 1, line)))
                    Add(map, first, i, agency);
                return;
            }

            if (document.Form(i) == "(" && AgencyEnd(document, i, end) is var close && close > i)
                (agency, i) = (new(i, close), close - 1);
            else if (document.Tokens[i].Kind == TokenKind.Number)
                numbers++;
            else if (document.Form(i) is "," or "/")
                commas++;
            else if (!IsCapitalised(document, i))
                return;
        }

        if (inCapitals && numbers > 0 && end == line.Tokens.End)
            map.Mark(line, FurnitureKind.Dateline);
    }

    /// <summary>NEW DELHI: the place alone, and a colon.</summary>
    static bool IsPlace(Document document, int first, int colon) =>
        colon > first && colon - first <= LongestPlace && Places.Contains(string.Join(' ', Enumerable.Range(first, colon - first).Select(document.Form)));

    static void Add(FurnitureMap map, int first, int dash, TokenRange agency)
    {
        var document = map.Document;
        if (agency.Count > 0)
            map.Add(document.SpanOf(agency), FurnitureKind.Agency);
        if (agency.Count == 0)
            map.Add(document.SpanOf(new(first, dash + 1)), FurnitureKind.Dateline);
        else if (agency.First > first)
            map.Add(document.SpanOf(new(first, agency.First)), FurnitureKind.Dateline);
    }

    /// <summary>The token after the bracket that closes one to four capitalised words.</summary>
    static int AgencyEnd(Document document, int open, int end)
    {
        var i = open + 1;
        while (i < end && i < open + 5 && (IsCapitalised(document, i) || document.Form(i) is "/" or "&"))
            i++;
        return i > open + 1 && i < end && document.Form(i) == ")" ? i + 1 : open;
    }

    /// <summary>EXCLUSIVE – a label before a headline is no place: a whole sentence must follow.</summary>
    static bool StartsProse(FurnitureMap map, int first, Paragraph line) =>
        first < line.Tokens.End && map.Words(new(first, line.Tokens.End)) >= ShortestProse
            && char.IsUpper(map.Document.Raw(first)[0]) && !IsInCapitals(map.Document, first)
            && map.Document.Raw(line.Tokens.End - 1)[^1] is '.' or ',' or ':' or ';' or '"' or '\u201D' or '\'' or '\u2019' or ')';

    static bool IsInCapitals(Document document, int token) =>
        document.Tokens[token] is { Kind: TokenKind.Word, Length: > 1 } && !document.Raw(token).ContainsAnyInRange('a', 'z')
            && char.IsUpper(document.Raw(token)[0]);

    static bool IsCapitalised(Document document, int token) =>
        document.Tokens[token].Kind == TokenKind.Word && char.IsUpper(document.Raw(token)[0]);

    static bool IsDash(Document document, int token) => document.Raw(token) is "-" or "--" or "\u2013" or "\u2014";
}
