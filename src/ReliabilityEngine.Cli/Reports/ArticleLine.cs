using System.Globalization;
using System.Text.Json;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>An article in the shape in which articles come in.</summary>
static class ArticleLine
{
    public static void Write(Utf8JsonWriter json, Article article, IReadOnlyDictionary<string, string> labels)
    {
        json.WriteStartObject();
        json.WriteString("id", article.Id);
        json.WriteString("outlet", article.Outlet);
        WriteText(json, "title", article.Title);
        WriteText(json, "byline", article.Byline);
        WriteText(json, "url", article.Url);
        WriteText(json, "published", article.Published?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("text", article.Text);
        if (labels.Count > 0)
            json.WriteLabels(labels);
        json.WriteEndObject();
    }

    static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
