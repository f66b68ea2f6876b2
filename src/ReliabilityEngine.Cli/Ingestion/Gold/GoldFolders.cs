using System.Collections.Immutable;
using ReliabilityEngine.Learning.Extractions;

namespace ReliabilityEngine.Cli.Ingestion.Gold;

/// <summary>Reads what people marked in articles, in any of three layouts, from one folder or several.</summary>
static class GoldFolders
{
    /// <param name="sources">Further tables of sources.</param>
    /// <exception cref="Refusal">A folder holds no gold, or what is broken stands where the message says.</exception>
    public static ImmutableArray<GoldArticle> Read(IReadOnlyList<string> given, IReadOnlyList<string> sources)
    {
        var folders = given.SelectMany(WithGold).ToList();
        var texts = folders.Where(AnnotatedTexts.HasTexts).Select(folder => new AnnotatedTexts(folder)).ToList();
        var articles = new OrderedDictionary<string, GoldArticle>(StringComparer.Ordinal);
        foreach (var article in texts.SelectMany(folder => folder.ReadAttributions()))
        {
            if (!articles.TryAdd(article.Article.Id, article))
                throw new Refusal($"{article.Article.Id}: found in two folders, expected each article once");
        }

        foreach (var table in folders.SelectMany(SourceTables).Concat(sources))
            SourceTable.AddTo(articles, table, texts);
        return [.. articles.Values, .. folders.SelectMany(ChainFolder.Read)];
    }

    /// <summary>The folder itself, else those in it that hold gold.</summary>
    static IReadOnlyList<string> WithGold(string folder)
    {
        if (!Directory.Exists(folder))
            throw new Refusal($"{folder}: no such folder, expected one of gold");
        if (HasGold(folder))
            return [folder];
        return Directory.EnumerateDirectories(folder).Where(HasGold).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } inside
            ? inside
            : throw new Refusal($"{folder}: no gold in it, expected text/ with attributions/, a table of sources (.tsv), or ID.json with ID.gold.tsv");
    }

    static bool HasGold(string folder) => AnnotatedTexts.HasTexts(folder) || ChainFolder.IsOne(folder) || SourceTables(folder).Any();

    /// <summary>Beside chains a table with ".gold" in its name is one of theirs.</summary>
    static IEnumerable<string> SourceTables(string folder) =>
        Directory.EnumerateFiles(folder, "*.tsv").Where(file => !ChainFolder.IsOne(folder) || !file.EndsWith(ChainFolder.Suffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
