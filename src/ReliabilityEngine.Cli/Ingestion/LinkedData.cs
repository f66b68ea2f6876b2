using System.Text.Json;
using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>The news article among a page's JSON-LD, in any of the shapes that publishers give it.</summary>
sealed record LinkedData(string? Headline, string? Author, string? Published, string? Publisher, string? Url)
{
    static readonly LinkedData None = new(null, null, null, null, null);

    public static LinkedData Of(IDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                var nodes = Nodes(json.RootElement).ToList();
                if (nodes.Exists(IsArticle))
                    return Read(nodes.Find(IsArticle), nodes);
            }
            catch (JsonException)
            {
                // Broken JSON-LD is common, and the page's other metadata stand.
            }
        }

        return None;
    }

    static LinkedData Read(JsonElement article, List<JsonElement> nodes) => new(
        Text(article, "headline") ?? Text(article, "name"),
        Names(article, "author", nodes),
        Text(article, "datePublished"),
        Names(article, "publisher", nodes),
        Text(article, "url") ?? Text(article, "mainEntityOfPage"));

    /// <summary>The root, the members of its lists, and those of a graph.</summary>
    static IEnumerable<JsonElement> Nodes(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Nodes),
        JsonValueKind.Object when json.TryGetProperty("@graph", out var graph) => Nodes(graph).Prepend(json),
        JsonValueKind.Object => [json],
        _ => [],
    };

    static bool IsArticle(JsonElement node) => node.TryGetProperty("@type", out var type) && type.ValueKind switch
    {
        JsonValueKind.String => IsArticleType(type.GetString()!),
        JsonValueKind.Array => type.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && IsArticleType(one.GetString()!)),
        _ => false,
    };

    static bool IsArticleType(string type) =>
        type.EndsWith("NewsArticle", StringComparison.Ordinal)
        || type is "Article" or "BlogPosting" or "LiveBlogPosting" or "Report" or "SatiricalArticle" or "AdvertiserContentArticle";

    static string? Names(JsonElement node, string property, List<JsonElement> nodes)
    {
        if (!node.TryGetProperty(property, out var value))
            return null;
        IEnumerable<JsonElement> people = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        var names = people.Select(person => Name(person, nodes)).Where(name => !string.IsNullOrWhiteSpace(name)).ToList();
        return names.Count == 0 ? null : string.Join(" and ", names);
    }

    static string? Name(JsonElement person, List<JsonElement> nodes) => person.ValueKind switch
    {
        JsonValueKind.String => person.GetString(),
        JsonValueKind.Object => Text(person, "name") ?? Text(Referred(person, nodes), "name"),
        _ => null,
    };

    static JsonElement Referred(JsonElement reference, List<JsonElement> nodes) =>
        Text(reference, "@id") is { } id ? nodes.Find(node => Text(node, "@id") == id) : default;

    static string? Text(JsonElement node, string property) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
