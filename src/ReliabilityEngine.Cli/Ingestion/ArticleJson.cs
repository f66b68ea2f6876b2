using System.Collections.Immutable;
using System.Text.Json;
using ReliabilityEngine.Learning.Labels;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>An article as a JSON object.</summary>
static class ArticleJson
{
    public static Reading Read(string place, JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object
                ? ReadObject(place, json)
                : new BadInput(place, $"{Kind(json)}, expected an object with \"text\"");
        }
        catch (InvalidOperationException)
        {
            // Escapes such as \ud800 alone are valid JSON, and no text.
            return new BadInput(place, "half of a surrogate pair, expected text");
        }
    }

    public static string NotJson(JsonException error)
    {
        var end = error.Message.IndexOf(" Path:", StringComparison.Ordinal);
        if (end < 0)
            end = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var what = end < 0 ? error.Message : error.Message[..end];
        return $"not JSON (column {error.BytePositionInLine + 1}): {what.TrimEnd('.')}";
    }

    static Reading ReadObject(string place, JsonElement json)
    {
        foreach (var field in (ReadOnlySpan<string>)["id", "outlet", "title", "byline", "url", "published", "text"])
        {
            if (json.TryGetProperty(field, out var value) && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
                return new BadInput(place, $"\"{field}\" is {Kind(value)}, expected a string");
            if (value.ValueKind == JsonValueKind.String && value.GetString()!.Contains('\0'))
                return new BadInput(place, $"\"{field}\" has a null character in it, expected text");
        }

        if (Text(json, "text") is not { } text)
            return new BadInput(place, "no \"text\", expected the article's body");
        if (json.TryGetProperty("labels", out var labels) && labels.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            return new BadInput(place, $"\"labels\" is {Kind(labels)}, expected an object");
        return new ReadArticle(place, ReadArticle(json, text))
        {
            DateIsUnreadable = json.TryGetProperty("published", out var date) && Dates.Parse(date.GetString()) is null,
            Labels = ReadLabels(labels, out var troubles),
            LabelTroubles = troubles,
        };
    }

    /// <summary>The labels of an object; none where it is none.</summary>
    public static ImmutableSortedDictionary<string, string> ReadLabels(JsonElement labels, out ImmutableArray<string> troubles) =>
        LabelField.ReadAll(
            labels.ValueKind != JsonValueKind.Object ? [] : labels.EnumerateObject().Where(label => label.Value.ValueKind != JsonValueKind.Null)
                .Select(label => KeyValuePair.Create(label.Name, label.Value.ToString())),
            out troubles);

    static Article ReadArticle(JsonElement json, string text)
    {
        var (outlet, title, url) = (Text(json, "outlet"), Text(json, "title"), Text(json, "url"));
        return new()
        {
            Id = Text(json, "id") is { Length: > 0 } id ? id : Article.ContentId(outlet, title, text),
            Outlet = Outlets.NameFor(outlet, url),
            Title = title,
            Byline = Text(json, "byline"),
            Url = url,
            Published = Dates.Parse(Text(json, "published")),
            Text = text,
        };
    }

    static string? Text(JsonElement json, string field) => json.TryGetProperty(field, out var value) ? value.GetString() : null;

    static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
