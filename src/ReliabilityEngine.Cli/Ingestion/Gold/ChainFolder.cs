using System.Collections.Immutable;
using System.Text.Json;
using ReliabilityEngine.Learning.Extractions;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Cli.Ingestion.Gold;

/// <summary>A folder of guesses and inferences: <c>ID.json</c> (id, title, text, sentences in code points) beside <c>ID.gold.tsv</c>.</summary>
static class ChainFolder
{
    public const string Suffix = ".gold.tsv";

    public static bool IsOne(string folder) => Directory.EnumerateFiles(folder, "*.json").Any();

    public static IEnumerable<GoldArticle> Read(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).ToList();
        var articles = files.Select(file => ReadArticle(folder, file)).ToList();
        if (articles.Count > 0)
            RequireArticles(folder, articles.Select(article => article.Article.Id).ToHashSet());
        return articles;
    }

    static void RequireArticles(string folder, HashSet<string> ids)
    {
        foreach (var table in Directory.EnumerateFiles(folder, $"*{Suffix}").Order(StringComparer.Ordinal))
        {
            if (!ids.Contains(Path.GetFileName(table)[..^Suffix.Length]))
                throw new Refusal($"{table}: found no article of it, expected {table[..^Suffix.Length]}.json");
        }
    }

    static GoldArticle ReadArticle(string folder, string file)
    {
        var (article, group, sentences) = Parse(file);
        var table = Path.Combine(folder, article.Id + Suffix);
        if (!File.Exists(table))
            throw new Refusal($"{file}: found no {table} beside it, expected one, empty where there is nothing to mark");
        return new(article, group) { Chains = ChainTable.Read(table, article.Text, sentences) };
    }

    static (Article Article, string? Outlet, ImmutableArray<TextSpan> Sentences) Parse(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(TextFile.Read(file, "an article in JSON"));
            var (id, text) = (Text(json.RootElement, "id"), Text(json.RootElement, "text"));
            if (id is null || text is null || !json.RootElement.TryGetProperty("sentences", out var sentences))
                throw new Refusal($"{file}: found no \"{(id is null ? "id" : text is null ? "text" : "sentences")}\", expected id, title, text and sentences");
            var outlet = Text(json.RootElement, "outlet");
            return (new() { Id = id, Outlet = outlet ?? Article.UnknownOutlet, Title = Text(json.RootElement, "title"), Text = text }, outlet, Sentences(file, text, sentences));
        }
        catch (JsonException error)
        {
            throw new Refusal($"{file}:{error.LineNumber + 1}: {ArticleJson.NotJson(error)}");
        }
        catch (InvalidOperationException)
        {
            throw new Refusal($"{file}: found a field of another type, expected texts, and pairs of numbers as sentences");
        }
    }

    static string? Text(JsonElement json, string field) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out var value) ? value.GetString() : null;

    static ImmutableArray<TextSpan> Sentences(string file, string text, JsonElement sentences)
    {
        var places = CodePoints(text);
        return [.. sentences.EnumerateArray().Select((pair, index) => Sentence(pair, $"{file}: sentence {index}"))];

        TextSpan Sentence(JsonElement pair, string place)
        {
            var ends = pair.EnumerateArray().Select(end => end.GetInt32()).ToArray();
            if (ends.Length != 2)
                throw new Refusal($"{place}: found {ends.Length} numbers, expected start and end");
            var span = GoldCell.Span(ends[0], ends[1], places.Count - 1, place);
            return new(places[span.Start], places[span.End]);
        }
    }

    /// <summary>Where every code point begins in UTF-16, and where the text ends.</summary>
    static List<int> CodePoints(string text)
    {
        var places = new List<int>(text.Length + 1);
        for (var at = 0; at < text.Length; at += char.IsSurrogatePair(text, at) ? 2 : 1)
            places.Add(at);
        places.Add(text.Length);
        return places;
    }
}
