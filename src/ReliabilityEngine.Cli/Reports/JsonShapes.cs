using System.Text.Json;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>The shapes that the contract's objects are made of.</summary>
static class JsonShapes
{
    public static void WriteSpan(this Utf8JsonWriter json, string name, TextSpan? span)
    {
        json.WritePropertyName(name);
        if (span is { } value)
            json.WriteSpanValue(value);
        else
            json.WriteNullValue();
    }

    public static void WriteSpans(this Utf8JsonWriter json, string name, IEnumerable<TextSpan> spans) =>
        json.WriteList(name, spans, WriteSpanValue);

    public static void WriteList<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }

    static void WriteSpanValue(this Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }
}
