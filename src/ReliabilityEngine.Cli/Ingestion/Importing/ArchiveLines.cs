using System.Text.Json;

namespace ReliabilityEngine.Cli.Ingestion.Importing;

/// <summary>JSON Lines that others made out of web archives: a page or its text a line.</summary>
static class ArchiveLines
{
    public static IEnumerable<Reading> Read(string name, Stream stream, int limit, MappedFields fields)
    {
        foreach (var line in LineReader.Read(stream, limit))
        {
            var place = $"{name}:{line.Number}";
            if (line.Length > limit)
                yield return new BadInput(place, Bytes.TooLong(line.Length, limit, "a line"));
            else if (line.Bytes.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
                yield return ReadLine(place, line.Bytes, fields);
        }
    }

    static Reading ReadLine(string place, ReadOnlyMemory<byte> bytes, MappedFields fields)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var record = json.RootElement;
            return record.ValueKind == JsonValueKind.Object
                ? fields.Read(place, name => record.TryGetProperty(name, out var value) ? Text(value) : null)
                : new BadInput(place, "no object, expected one a line");
        }
        catch (JsonException error)
        {
            return new BadInput(place, ArticleJson.NotJson(error));
        }
        catch (InvalidOperationException)
        {
            return new BadInput(place, "half of a surrogate pair, expected text");
        }
    }

    static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => string.Join(" and ", value.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString())),
        _ => null,
    };
}
