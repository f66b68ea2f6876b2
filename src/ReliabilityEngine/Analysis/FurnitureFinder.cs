using System.Collections.Immutable;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Analysis;

/// <summary>Finds what stands in a text and is not the article's own prose, by line, place and the furniture lexicons.</summary>
static class FurnitureFinder
{
    public static ImmutableArray<Furniture> Find(
        Article article, Document title, Document document, ImmutableArray<CueMatch> cues)
    {
        var map = new FurnitureMap(document);
        FurnitureCues furniture = new(document, cues);
        TitleLines.Mark(map, title);
        Bylines.Mark(map, article.Byline);
        Datelines.Mark(map, furniture);
        FurnitureLines.Mark(map, furniture);
        FurnitureSentences.Mark(map, furniture);
        FurnitureRuns.Mark(map, furniture);
        return map.ToFurniture();
    }

    /// <summary>The matches outside furniture, but for the title, in which somebody may speak as in the body.</summary>
    public static ImmutableArray<CueMatch> CuesOfTitleAndProse(
        ImmutableArray<CueMatch> cues, ImmutableArray<Furniture> furniture)
    {
        Furniture[] page = [.. furniture.Where(item => item.Kind != FurnitureKind.Title)];
        var told = ImmutableArray.CreateBuilder<CueMatch>(cues.Length);
        var next = 0;
        foreach (var cue in cues)
        {
            while (next < page.Length && page[next].Span.End <= cue.Span.Start)
                next++;
            var inFurniture = next < page.Length && page[next].Span.Overlaps(cue.Span);
            if (!inFurniture && !FurnitureCues.Holds(cue))
                told.Add(cue);
        }

        return told.DrainToImmutable();
    }
}
