using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Analysis;

/// <summary>Sentences that are furniture: by how they begin, by what they hold, by standing at the end.</summary>
static class FurnitureSentences
{
    const int LongestSentence = 45;
    const int MostTokens = 2 * LongestSentence;
    const int LongestBox = 60;
    const int ClosingLines = 5;

    public static void Mark(FurnitureMap map, FurnitureCues cues)
    {
        var lines = map.Document.Paragraphs;
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var cue in cues.Phrases(i))
                MarkSentence(map, cue);
            foreach (var cue in cues.Openings(i))
            {
                if (Opens(map, cue))
                    MarkSentence(map, cue);
            }

            if (i >= lines.Length - ClosingLines)
                MarkClosings(map, cues.Closings(i));
            if (map.Document.Raw(lines[i].Tokens.First) is "©")
                map.Mark(lines[i].Sentences.Start.Value, FurnitureKind.Other);
            FillBox(map, lines[i]);
        }
    }

    static void MarkSentence(FurnitureMap map, CueMatch cue)
    {
        var sentence = map.Document.SentenceAt(cue.Tokens.First);
        var tokens = map.Document.Sentences[sentence].Tokens;
        if (map[sentence] is null && !map.Document.IsQuoted(cue.Tokens.First)
            && tokens.Count <= MostTokens && map.Words(tokens) <= LongestSentence)
        {
            map.Mark(sentence, FurnitureCues.KindOf(cue));
        }
    }

    /// <summary>The cue begins a sentence that begins a line or follows other furniture on it.</summary>
    static bool Opens(FurnitureMap map, CueMatch cue)
    {
        var document = map.Document;
        var index = document.SentenceAt(cue.Tokens.First);
        var sentence = document.Sentences[index];
        return cue.Tokens.First - sentence.Tokens.First <= MostTokens
            && cue.Tokens.First == FurnitureLines.FirstWord(document, sentence.Tokens)
            && (index == document.Paragraphs[sentence.Paragraph].Sentences.Start.Value || map[index - 1] is not null);
    }

    /// <summary>A note on the author begins with the name or a pronoun, and nobody speaks in it.</summary>
    static void MarkClosings(FurnitureMap map, IEnumerable<CueMatch> cues)
    {
        var document = map.Document;
        foreach (var cue in cues)
        {
            var before = cue.Tokens.First - 1;
            var first = document.Sentences[document.SentenceAt(cue.Tokens.First)].Tokens.First;
            if (before < first || char.IsUpper(document.Raw(before)[0]) || document.Form(before) is "can" or "or")
                MarkSentence(map, cue);
        }
    }

    /// <summary>In a short box the sentences after the one that shows what it is are of its kind.</summary>
    static void FillBox(FurnitureMap map, Paragraph line)
    {
        var first = line.Sentences.Start.Value;
        if (map[first] is not { } kind || !FillsItsBox(kind) || map.Words(line.Tokens) > LongestBox)
            return;
        for (var i = first + 1; i < line.Sentences.End.Value; i++)
            map.Mark(i, kind);
    }

    static bool FillsItsBox(FurnitureKind kind) => kind is FurnitureKind.Share or FurnitureKind.Comments
        or FurnitureKind.Cookies or FurnitureKind.Disclaimer or FurnitureKind.Other;
}
