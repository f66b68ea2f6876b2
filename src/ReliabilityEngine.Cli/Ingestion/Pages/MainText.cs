using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>The article's own blocks among all those of a page.</summary>
static class MainText
{
    /// <summary>Below this the page's names have probably misled, and it is read again with fewer prejudices.</summary>
    const int FewWords = 60;

    /// <summary>Letters and digits; what is shorter may well be said twice.</summary>
    const int ShortestRepetition = 40;

    /// <summary>How many blocks apart the same words are taken for a repetition.</summary>
    const int Neighbours = 40;

    public static List<Block> Find(IDocument page, PageMetadata metadata)
    {
        if (page.Body is not { } body)
            return [];
        var title = TitleElement.Find(page, metadata.Title);
        var others = StoryBounds.OtherStories(title).ToHashSet();
        var strict = Read(isLenient: false);
        if (WordsOf(strict) >= FewWords)
            return strict;
        var lenient = Read(isLenient: true);
        return WordsOf(lenient) >= 2 * WordsOf(strict) ? lenient : strict;

        List<Block> Read(bool isLenient)
        {
            var clutter = new Clutter(body, title, isLenient);
            var blocks = BlockWalk.Of(body, element => others.Contains(element) || clutter.Is(element), title);
            var teasers = new Teasers(title, blocks);
            return Container.Find(blocks, teasers) is { } container ? WithoutRepetitions([.. Standfirst(blocks, container), .. OwnBlocks(blocks, container, teasers)]) : [];
        }

        List<Block> OwnBlocks(List<Block> blocks, IElement container, Teasers teasers) =>
            Trimming.Trim(container, [.. blocks.Where(block => container.Contains(block.Element))], metadata, teasers);
    }

    /// <summary>Leaves out what is said twice: sentences shown large beside the paragraph that they come from, a standfirst for small screens.</summary>
    static List<Block> WithoutRepetitions(List<Block> blocks)
    {
        var folded = blocks.ConvertAll(block => TitleElement.Folded(block.Text));
        var places = blocks.ConvertAll(Trimming.PlaceOf);
        return [.. blocks.Where((block, at) => folded[at].Length < ShortestRepetition || block.Element.LocalName is "li" || block.IsHeading || !IsRepeated(at))];

        bool IsRepeated(int at)
        {
            for (var other = Math.Max(0, at - Neighbours); other < Math.Min(blocks.Count, at + Neighbours + 1); other++)
            {
                var isLonger = folded[other].Length > folded[at].Length;
                if ((isLonger || (other < at && folded[other].Length == folded[at].Length)) && places[other] != places[at] && folded[other].Contains(folded[at], StringComparison.Ordinal))
                    return true;
            }

            return false;
        }
    }

    public static int WordsOf(IEnumerable<Block> blocks) => blocks.Sum(block => block.Words);

    static IEnumerable<Block> Standfirst(List<Block> blocks, IElement container) => blocks
        .TakeWhile(block => !container.Contains(block.Element))
        .Where(block => block.IsRunning && !Furniture.IsLine(block.Text) && IsStandfirst(block.Element));

    static bool IsStandfirst(IElement element)
    {
        for (var around = element; around is { LocalName: not ("body" or "main" or "article") }; around = around.ParentElement)
        {
            if (NameParts.Of(around).Any(PageWords.Standfirst.Contains))
                return true;
        }

        return false;
    }
}
