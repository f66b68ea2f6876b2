using System.Text.Json;

namespace ReliabilityEngine.Cli.Ingestion.Feeds;

/// <summary>JSON Feed, versions 1 and 1.1.</summary>
static class JsonFeed
{
    public static Feed Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            if (!json.RootElement.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
                throw new InvalidDataException("no items, expected a list of them in a JSON feed");
            return Feed.Of(Text(json.RootElement, "title"), null, items.EnumerateArray().Select(Item).OfType<FeedItem>());
        }
        catch (InvalidOperationException error)
        {
            throw new InvalidDataException("half of a surrogate pair, expected text", error);
        }
    }

    static FeedItem? Item(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || (Id(item) ?? Text(item, "url")) is not { Length: > 0 } id)
            return null;
        var html = Text(item, "content_html");
        var plain = Text(item, "content_text");
        return new(id, Text(item, "url"), Text(item, "title"), Authors(item), Text(item, "date_published"), Text(item, "date_modified"), html ?? plain ?? Text(item, "summary"))
        {
            BodyIsPlain = html is null,
            BodyIsWhole = html is not null || plain is not null,
        };
    }

    /// <summary>The standard asks readers to take numbers too.</summary>
    static string? Id(JsonElement item) => item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number ? id.GetRawText() : Text(item, "id");

    static string? Authors(JsonElement item)
    {
        var people = item.TryGetProperty("authors", out var several) && several.ValueKind == JsonValueKind.Array ? several.EnumerateArray().ToList()
            : item.TryGetProperty("author", out var one) ? [one] : [];
        var names = people.Select(person => Text(person, "name")).OfType<string>().ToList();
        return names.Count == 0 ? null : string.Join(" and ", names);
    }

    static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Replace("\0", "", StringComparison.Ordinal) : null;
}
