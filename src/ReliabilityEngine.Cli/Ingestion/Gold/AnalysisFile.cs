using System.Collections.Immutable;
using System.Text.Json;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Learning.Extractions;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Cli.Ingestion.Gold;

/// <summary>What was found before, by this program or by another that prints the like: an article a line, as `analyze` prints it.</summary>
static class AnalysisFile
{
    const string Expected = "an article a line as `reliability analyze` prints it";

    /// <returns>By the articles' ids; of two lines with one id the last stands.</returns>
    public static Dictionary<string, Findings> Read(string path)
    {
        var found = new Dictionary<string, Findings>(StringComparer.Ordinal);
        foreach (var (place, line) in TextFile.ReadLines(path, Expected))
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                found[json.RootElement.GetProperty("id").GetString()!] = Read(json.RootElement, place);
            }
            catch (JsonException error)
            {
                throw new Refusal($"{place}: {ArticleJson.NotJson(error)}");
            }
            catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentNullException)
            {
                throw new Refusal($"{place}: found another shape, expected {Expected}");
            }
        }

        return found;
    }

    static Findings Read(JsonElement row, string place) => new(
        [.. row.GetProperty("attributions").EnumerateArray().Select(found => new FoundSpans(Spans(found, "source"), Spans(found, "cue"), Spans(found, "content"), Kind(found, place)))],
        [.. All(row, "speculations").Select(found => new Guess(Span(found.GetProperty("marker")), GoldCell.OneOf<LikelihoodBand>(found.GetProperty("band").GetString(), place), GoldCell.OneOf<Voice>(found.GetProperty("voice").GetString(), place)))],
        [.. All(row, "links").Select(found => (Span(found.GetProperty("premise")), Span(found.GetProperty("conclusion"))))]);

    static SourceKind Kind(JsonElement attribution, string place) =>
        attribution.TryGetProperty("kind", out var kind) && kind.ValueKind != JsonValueKind.Null ? GoldCell.OneOf<SourceKind>(kind.GetString(), place) : SourceKind.Other;

    static JsonElement[] All(JsonElement row, string field) => row.TryGetProperty(field, out var items) ? [.. items.EnumerateArray()] : [];

    /// <summary>One span, a list of spans, or null.</summary>
    static ImmutableArray<TextSpan> Spans(JsonElement found, string field)
    {
        if (!found.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null || value.GetArrayLength() == 0)
            return [];
        return value[0].ValueKind == JsonValueKind.Number ? [Span(value)] : [.. value.EnumerateArray().Select(Span)];
    }

    static TextSpan Span(JsonElement pair) => pair.GetArrayLength() == 2 && pair[0].GetInt32() is >= 0 and var start && pair[1].GetInt32() is var end && start <= end
        ? new(start, end)
        : throw new FormatException();
}
