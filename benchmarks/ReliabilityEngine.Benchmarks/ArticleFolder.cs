using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReliabilityEngine.Benchmarks;

/// <summary>The articles to measure on: the .json and .jsonl files of a folder, or one such file.</summary>
sealed partial class ArticleFolder
{
    const string Variable = "RELIABILITY_ARTICLES";

    ArticleFolder(IReadOnlyList<Article> articles) =>
        (Articles, Words) = (articles, articles.Sum(article => Word.Count(article.Text)));

    /// <summary>The folder that the environment names, else the samples.</summary>
    public static ArticleFolder Given { get; } = Read(Environment.GetEnvironmentVariable(Variable) ?? Samples());

    public IReadOnlyList<Article> Articles { get; }

    public int Words { get; }

    /// <summary>A run of letters and digits, with the apostrophes inside it.</summary>
    [GeneratedRegex(@"\w+(?:['’]\w+)*")]
    public static partial Regex Word { get; }

    static ArticleFolder Read(string path)
    {
        string[] files = File.Exists(path) ? [path] : [.. Directory.EnumerateFiles(path).Order(StringComparer.Ordinal)];
        List<Article> articles = [.. files.SelectMany(Documents).Select(ArticleOf)];
        return articles.Count > 0 ? new(articles) : throw new InvalidDataException($"{path}: no .json or .jsonl file with an article in it");
    }

    static IEnumerable<string> Documents(string file) => Path.GetExtension(file) switch
    {
        ".jsonl" => File.ReadLines(file),
        ".json" => [File.ReadAllText(file)],
        _ => [],
    };

    static Article ArticleOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new()
        {
            Id = Field("id") ?? "",
            Outlet = Field("outlet") ?? "unknown",
            Title = Field("title"),
            Byline = Field("byline"),
            Text = Field("text") ?? "",
        };

        string? Field(string name) => document.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    static string Samples()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ReliabilityEngine.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? ".", "data", "samples");
    }
}
