using System.Collections.Immutable;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Learning.Extractions;

namespace ReliabilityEngine.Cli.Ingestion.Gold;

/// <summary>A table of sources and their kinds: article, start, end, kind, anaphor a line, tabs between.</summary>
static class SourceTable
{
    /// <summary>Adds a table's sources to their articles, and those articles that are not there yet.</summary>
    public static void AddTo(OrderedDictionary<string, GoldArticle> articles, string path, IReadOnlyList<AnnotatedTexts> texts)
    {
        var rows = TextFile.ReadLines(path, "a table of sources in UTF-8").Select(line => (line.Place, Cells: CellsOf(line.Place, line.Line)));
        foreach (var group in rows.GroupBy(row => row.Cells[0], StringComparer.Ordinal))
        {
            var article = articles.GetValueOrDefault(group.Key) ?? texts.Select(folder => folder.Find(group.Key)).FirstOrDefault(found => found is not null)
                ?? throw new Refusal($"{group.First().Place}: found the article '{group.Key}', expected one that stands in a gold folder's text/");
            var sources = group.Select(row => Source(row.Place, row.Cells, article.Article.Text.Length));
            articles[group.Key] = article with { Sources = (article.Sources ?? []).AddRange(sources) };
        }
    }

    static string[] CellsOf(string place, string line)
    {
        var cells = line.Split('\t');
        return cells.Length == 5 ? cells : throw new Refusal(
            $"{place}: found {(cells.Length == 1 ? "1 cell" : $"{cells.Length} cells")}, expected 5: article, start, end, kind, anaphor, tabs between");
    }

    static GoldSource Source(string place, string[] cells, int length)
    {
        var start = GoldCell.Number(cells[1], length, place, "an offset");
        var span = GoldCell.Span(start, GoldCell.Number(cells[2], length, place, "an offset"), length, place);
        if (cells[4] is not ("0" or "1"))
            throw new Refusal($"{place}: found '{cells[4]}', expected 0 or 1 for the anaphor");
        return new(span, GoldCell.OneOf<SourceKind>(cells[3], place));
    }
}
