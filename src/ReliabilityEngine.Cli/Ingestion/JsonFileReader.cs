using System.Text.Json;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>A file of one JSON object, or of an array of them.</summary>
static class JsonFileReader
{
    public static IEnumerable<Reading> Read(string name, ReadOnlyMemory<byte> file, int limit)
    {
        var bytes = file[(file.Length - Bytes.WithoutMark(file.Span).Length)..];
        if (Bytes.Complaint(bytes.Span, "JSON") is { } complaint)
            return [new BadInput(name, complaint)];
        return ReadValues(name, bytes, limit);
    }

    /// <summary>Up to the first place that is not JSON; what stands before it counts.</summary>
    static List<Reading> ReadValues(string name, ReadOnlyMemory<byte> bytes, int limit)
    {
        var readings = new List<Reading>();
        var reader = new Utf8JsonReader(bytes.Span);
        var (line, counted) = (1, 0);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartArray)
                readings.Add(ReadValue(ref reader));
            else
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    readings.Add(ReadValue(ref reader));
            reader.Read();
        }
        catch (JsonException error)
        {
            readings.Add(new BadInput($"{name}:{error.LineNumber + 1}", ArticleJson.NotJson(error)));
        }

        return readings;

        Reading ReadValue(ref Utf8JsonReader reader)
        {
            var start = (int)reader.TokenStartIndex;
            line += bytes.Span[counted..start].Count((byte)'\n');
            counted = start;
            using var json = JsonDocument.ParseValue(ref reader);
            var length = reader.BytesConsumed - start;
            var place = line == 1 ? name : $"{name}:{line}";
            return length > limit
                ? new BadInput(place, Bytes.TooLong(length, limit, "an article"))
                : ArticleJson.Read(place, json.RootElement);
        }
    }
}
