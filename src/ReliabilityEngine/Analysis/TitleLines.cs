using ReliabilityEngine.Text;

namespace ReliabilityEngine.Analysis;

/// <summary>The article's title where it stands again at the head of the text.</summary>
static class TitleLines
{
    const int HeadLines = 5;

    // What sites add to a title in its own line, such as the outlet's name.
    const int LongestRest = 4;

    public static void Mark(FurnitureMap map, Document title)
    {
        string[] words = [.. Words(title, new(0, title.Tokens.Length)).Select(title.Form)];
        if (words.Length == 0)
            return;
        foreach (var line in map.Document.Paragraphs.Take(HeadLines))
        {
            if (EndOf(map.Document, line.Tokens.First, words) is var end && end > line.Tokens.First)
            {
                Mark(map, line, end);
                return;
            }
        }
    }

    static void Mark(FurnitureMap map, Paragraph line, int end)
    {
        var document = map.Document;
        var last = document.Paragraphs[document.Sentences[document.SentenceAt(end - 1)].Paragraph];
        var sentence = document.Sentences[document.SentenceAt(end - 1)];
        if (map.Words(new(end, last.Tokens.End)) <= LongestRest)
            MarkSentences(map, line.Sentences.Start.Value, last.Sentences.End.Value);
        else if (map.Words(new(end, sentence.Tokens.End)) == 0)
            MarkSentences(map, line.Sentences.Start.Value, document.SentenceAt(end - 1) + 1);
        else
            map.Add(document.SpanOf(new(line.Tokens.First, end)), FurnitureKind.Title);
    }

    static void MarkSentences(FurnitureMap map, int first, int end)
    {
        for (var i = first; i < end; i++)
            map.Mark(i, FurnitureKind.Title);
    }

    /// <summary>The token after the title's last word, when its words stand at a place one after the other.</summary>
    static int EndOf(Document document, int first, string[] words)
    {
        var next = 0;
        foreach (var token in Words(document, new(first, document.Tokens.Length)))
        {
            if (document.Form(token) != words[next])
                return first;
            if (++next == words.Length)
                return token + 1;
        }

        return first;
    }

    static IEnumerable<int> Words(Document document, TokenRange range) =>
        Enumerable.Range(range.First, range.Count).Where(token => document.Tokens[token].Kind is TokenKind.Word or TokenKind.Number);
}
