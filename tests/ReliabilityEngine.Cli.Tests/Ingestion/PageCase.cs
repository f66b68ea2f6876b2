using System.Text.Json;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Ingestion;

/// <summary>A page of our own making with what a reader takes from it.</summary>
sealed record PageCase(string Name, string Text, string? Title, string? Byline, DateTimeOffset? Published, string Outlet, string? Url, string[] Links, bool Partial)
{
    /// <summary>Measured before anything was tuned on it.</summary>
    public bool HeldOut { get; init; }

    static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static IReadOnlyList<PageCase> All { get; } =
    [
        .. Directory.GetDirectories(Repository.PathOf("tests", "ReliabilityEngine.Cli.Tests", "Pages")).Order(StringComparer.Ordinal).Select(Load),
    ];

    public static PageCase Named(string name) => All.Single(page => page.Name == name);

    public Article Extract() =>
        Assert.IsType<ReadArticle>(HtmlReader.Read(Name, File.ReadAllBytes(Repository.PathOf("tests", "ReliabilityEngine.Cli.Tests", "Pages", Name, "page.html")))).Article;

    static PageCase Load(string folder) =>
        JsonSerializer.Deserialize<PageCase>(File.ReadAllText(Path.Combine(folder, "expected.json")), Json)! with
        {
            Name = Path.GetFileName(folder),
            Text = File.ReadAllText(Path.Combine(folder, "expected.txt")).TrimEnd(),
        };
}
