using System.Globalization;
using System.Text.Json;
using ReliabilityEngine.Origins;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>Where an article comes from, beside its score.</summary>
static class OriginJson
{
    public static void Write(Utf8JsonWriter json, Provenance provenance)
    {
        json.WriteStartObject("origin");
        json.WriteList("agencies", provenance.Agencies, (writer, agency) => writer.WriteStringValue(agency));
        json.WriteBoolean("copies_agency", provenance.CopiesAgency);
        if (provenance.FirstSeen is { } first)
        {
            json.WritePropertyName("first_seen");
            Write(json, first);
        }

        json.WriteList("copies", provenance.Copies, Write);
        json.WriteNumber("independent_origins", provenance.Origins);
        json.WriteList("corroborated_by", provenance.Corroborations, (writer, corroboration) =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("article");
            Write(writer, corroboration.Article);
            writer.WriteList("shared", corroboration.Shared, (inner, word) => inner.WriteStringValue(word));
            writer.WriteEndObject();
        });
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, SeenArticle article)
    {
        json.WriteStartObject();
        json.WriteString("outlet", article.Outlet);
        json.WriteString("id", article.Id);
        json.WriteString("title", article.Title);
        json.WriteString("date", article.Date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
