using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>The article's own blocks among all those of a page.</summary>
static class MainText
{
    /// <summary>Below this the page's names have probably misled, and it is read again with fewer prejudices.</summary>
    const int FewWords = 60;

    public static List<Block> Find(IDocument page, PageMetadata metadata)
    {
        if (page.Body is not { } body)
            return [];
        var title = TitleElement.Find(page, metadata.Title);
        var teasers = new Teasers(title);
        var others = StoryBounds.OtherStories(title).ToHashSet();
        var strict = Read(isLenient: false);
        if (WordsOf(strict) >= FewWords)
            return strict;
        var lenient = Read(isLenient: true);
        return WordsOf(lenient) >= 2 * WordsOf(strict) ? lenient : strict;

        List<Block> Read(bool isLenient)
        {
            var clutter = new Clutter(body, title, isLenient);
            var blocks = BlockWalk.Of(body, element => others.Contains(element) || clutter.Is(element));
            return Container.Find(blocks, teasers) is { } container ? [.. Standfirst(blocks, container), .. OwnBlocks(blocks, container)] : [];
        }

        List<Block> OwnBlocks(List<Block> blocks, IElement container) =>
            Trimming.Trim(container, [.. blocks.Where(block => container.Contains(block.Element))], metadata, teasers);
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
