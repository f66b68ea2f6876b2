using ReliabilityEngine.Text;

namespace ReliabilityEngine.Analysis;

/// <summary>Lines near the head or foot that say who wrote the article.</summary>
static class Bylines
{
    const int HeadLines = 8;
    const int FootLines = 3;
    const int LongestLine = 24;
    const int LongestSentence = 6;

    public static void Mark(FurnitureMap map, string? byline)
    {
        var lines = map.Document.Paragraphs;
        var author = Document.Parse(byline ?? "");
        for (var i = 0; i < lines.Length; i++)
        {
            if (i >= HeadLines && i < lines.Length - FootLines)
                i = lines.Length - FootLines;
            if (lines[i].Tokens.Count <= LongestLine && (IsByline(map, lines[i]) || Repeats(map.Document, lines[i], author)))
                map.Mark(lines[i], FurnitureKind.Byline);
        }
    }

    /// <summary>"By" and names up to the first mark: By Jo Orme and B. C. Vail, harbour reporters.</summary>
    static bool IsByline(FurnitureMap map, Paragraph line)
    {
        var document = map.Document;
        var i = line.Tokens.First;
        if (document.Raw(i) is not ("By" or "BY" or "by") || i + 1 >= line.Tokens.End || !IsCapital(document, i + 1))
            return false;
        if (document.Raw(line.Tokens.End - 1) is "." or "?" or "!" && map.Words(line.Tokens) > LongestSentence)
            return false;
        while (++i < line.Tokens.End && document.Tokens[i].Kind == TokenKind.Word)
        {
            if (!IsCapital(document, i) && !IsParticle(document.Form(i)))
                return false;
        }

        return true;
    }

    /// <summary>The line is the byline that the article came with, alone or after "by".</summary>
    static bool Repeats(Document document, Paragraph line, Document author)
    {
        if (author.Tokens.Length == 0)
            return false;
        var first = line.Tokens.First + (document.Form(line.Tokens.First) == "by" ? 1 : 0);
        if (line.Tokens.End - first != author.Tokens.Length)
            return false;
        for (var i = 0; i < author.Tokens.Length; i++)
        {
            if (document.Form(first + i) != author.Form(i))
                return false;
        }

        return true;
    }

    static bool IsCapital(Document document, int token) =>
        document.Tokens[token].Kind == TokenKind.Word && char.IsUpper(document.Raw(token)[0]);

    static bool IsParticle(string form) =>
        form is "and" or "of" or "for" or "the" or "in" or "at" or "with" or "de" or "da" or "di" or "van" or "von" or "der" or "den" or "la"
            or "le" or "al" or "bin" or "ibn" or "y";
}
