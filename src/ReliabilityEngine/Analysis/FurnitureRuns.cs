using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Analysis;

/// <summary>Lines that are furniture by the heading above them: readers' comments, lists of links.</summary>
static class FurnitureRuns
{
    const int LongestLink = 20;
    const int MostLinks = 12;
    const double LeastArticle = 0.4;

    public static void Mark(FurnitureMap map, FurnitureCues cues)
    {
        var lines = map.Document.Paragraphs;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!FurnitureLines.IsButtons(map, cues.Lines(i), lines[i]))
                continue;
            if (cues.Lines(i).Any(FurnitureCues.HeadsLinks))
            {
                MarkLinks(map, i + 1);
            }
            else if (cues.Lines(i).Any(HeadsComments) && FollowsArticle(map, lines[i]))
            {
                MarkComments(map, i + 1);
                return;
            }
        }
    }

    static bool HeadsComments(CueMatch cue) => FurnitureCues.KindOf(cue) == FurnitureKind.Comments;

    static void MarkComments(FurnitureMap map, int first)
    {
        for (var i = first; i < map.Document.Paragraphs.Length; i++)
            map.Mark(map.Document.Paragraphs[i], FurnitureKind.Comments);
    }

    static void MarkLinks(FurnitureMap map, int first)
    {
        var end = Math.Min(map.Document.Paragraphs.Length, first + MostLinks);
        for (var i = first; i < end && IsLink(map, map.Document.Paragraphs[i]); i++)
            map.Mark(map.Document.Paragraphs[i], FurnitureKind.Other);
    }

    /// <summary>A link is a headline: short, and without a full stop.</summary>
    static bool IsLink(FurnitureMap map, Paragraph line) =>
        map.Words(line.Tokens) <= LongestLink && map.Document.Raw(line.Tokens.End - 1)[^1] is not ('.' or ':' or '"' or '\u201D');

    /// <summary>At the head of a page the number of comments stands without them.</summary>
    static bool FollowsArticle(FurnitureMap map, Paragraph line) =>
        line.Tokens.First >= LeastArticle * map.Document.Tokens.Length;
}
