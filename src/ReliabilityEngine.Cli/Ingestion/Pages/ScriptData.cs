using System.Text.Json;
using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>The data that a page brings along for its script, where pages keep their text that show nothing by themselves.</summary>
static class ScriptData
{
    const int FewestWords = 8;
    const int LongestPath = 400;

    /// <summary>Data with names without number hold no article.</summary>
    const int MostPlaces = 20_000;

    /// <summary>The strings of the place, all items of a list being one place, that hold the most running text.</summary>
    public static string? LongestText(IDocument page, string? title)
    {
        var places = new Dictionary<string, List<string>>();
        foreach (var script in page.QuerySelectorAll("script[type='application/json']"))
            Gather(script.TextContent, places);
        if (places.Count == 0)
            return null;
        var longest = places.Values.MaxBy(texts => texts.Where(IsRunning).Sum(text => text.Length))!;
        return string.Join("\n\n", longest.SelectMany(EmbeddedText.Paragraphs).Where(paragraph => TitleElement.Folded(paragraph) != TitleElement.Folded(title)));
    }

    static void Gather(string data, Dictionary<string, List<string>> places)
    {
        try
        {
            using var json = JsonDocument.Parse(data);
            Gather(json.RootElement, "", places);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Not for us, or half of a surrogate pair; the page's other data stand.
        }
    }

    static void Gather(JsonElement value, string place, Dictionary<string, List<string>> places)
    {
        if (place.Length > LongestPath)
            return;
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
                Gather(property.Value, $"{place}/{property.Name}", places);
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Gather(item, $"{place}/*", places);
        }
        else if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Contains(' ', StringComparison.Ordinal))
        {
            if (places.TryGetValue(place, out var texts))
                texts.Add(text);
            else if (places.Count < MostPlaces)
                places[place] = [text];
        }
    }

    static bool IsRunning(string text) => text.Count(' ') >= FewestWords && text.AsSpan().ContainsAny('.', '?', '!');
}
