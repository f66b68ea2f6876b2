using System.Net;
using System.Text.Json;
using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>The news article among a page's JSON-LD, in any of the shapes that publishers give it.</summary>
sealed record LinkedData(string? Headline, string? Author, string? Published, string? Publisher, string? Url)
{
    static readonly LinkedData None = new(null, null, null, null, null);

    static readonly JsonDocumentOptions Forgiving = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The text, where the page carries it here too.</summary>
    public string? Body { get; init; }

    public int? WordCount { get; init; }

    /// <summary>The publisher says that not everybody may read the whole.</summary>
    public bool IsRestricted { get; init; }

    public static LinkedData Of(IDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(Unwrapped(script.TextContent), Forgiving);
                var nodes = Nodes(json.RootElement).ToList();
                if (nodes.Exists(IsArticle))
                    return Read(nodes.Find(IsArticle), nodes);
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException)
            {
                // Broken JSON-LD is common, half surrogate pairs in it too, and the page's other metadata stand.
            }
        }

        return None;
    }

    /// <summary>Without the marks that some templates still hide scripts in.</summary>
    static string Unwrapped(string script)
    {
        var json = script.Trim();
        foreach (var (start, end) in ((string, string)[])[("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>")])
        {
            if (json.StartsWith(start, StringComparison.Ordinal) && json.EndsWith(end, StringComparison.Ordinal))
                return json[start.Length..^end.Length];
        }

        return json;
    }

    static LinkedData Read(JsonElement article, List<JsonElement> nodes) => new(
        Text(article, "headline") ?? Text(article, "name"),
        Names(article, "author", nodes) ?? Names(article, "creator", nodes),
        Text(article, "datePublished"),
        Names(article, "publisher", nodes),
        Text(article, "url") ?? Text(article, "mainEntityOfPage") ?? Identity(article))
    {
        Body = Text(article, "articleBody"),
        WordCount = article.TryGetProperty("wordCount", out var count) && count.ValueKind == JsonValueKind.Number && count.TryGetInt32(out var words) ? words : null,
        IsRestricted = article.TryGetProperty("isAccessibleForFree", out var free) && IsFalse(free),
    };

    static bool IsFalse(JsonElement value) =>
        value.ValueKind == JsonValueKind.False
        || (value.ValueKind == JsonValueKind.String && value.GetString()!.EndsWith("false", StringComparison.OrdinalIgnoreCase));

    static string? Identity(JsonElement article) => article.TryGetProperty("mainEntityOfPage", out var page) ? Text(page, "@id") : null;

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
        var names = people.Select(person => Name(person, nodes)).Where(name => !string.IsNullOrWhiteSpace(name)).Distinct().ToList();
        return names.Count == 0 ? null : string.Join(" and ", names);
    }

    static string? Name(JsonElement person, List<JsonElement> nodes) => person.ValueKind switch
    {
        JsonValueKind.String => person.GetString() is { } name && !name.StartsWith("http", StringComparison.Ordinal) ? name : null,
        JsonValueKind.Object => Text(person, "name") ?? Text(Referred(person, nodes), "name"),
        _ => null,
    };

    static JsonElement Referred(JsonElement reference, List<JsonElement> nodes) =>
        Text(reference, "@id") is { } id ? nodes.Find(node => Text(node, "@id") == id && node.TryGetProperty("name", out _)) : default;

    /// <summary>Templates escape for HTML inside JSON too.</summary>
    static string? Text(JsonElement node, string property) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? WebUtility.HtmlDecode(value.GetString())
            : null;
}
