using System.Globalization;
using System.Text.Json;
using ReliabilityEngine.Ratings;
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

    /// <summary>A target's score with interval and base.</summary>
    public static void WriteTarget(this Utf8JsonWriter json, string name, TargetScore target)
    {
        json.WriteStartObject(name);
        json.WriteTenth("score", target.Score);
        json.WriteInterval("interval", target.Interval);
        json.WriteTenth("base", target.Base);
        json.WriteEndObject();
    }

    /// <summary>Null where there is none.</summary>
    public static void WriteInterval(this Utf8JsonWriter json, string name, Interval? interval)
    {
        if (interval is { } range)
            json.WriteList(name, [range.Low, range.High], (writer, end) => writer.WriteNumberValue(Numbers.Tenth(end)));
        else
            json.WriteNull(name);
    }

    /// <summary>A number with one decimal, or null.</summary>
    public static void WriteTenth(this Utf8JsonWriter json, string name, double? value)
    {
        if (Numbers.Tenth(value) is { } tenth)
            json.WriteNumber(name, tenth);
        else
            json.WriteNull(name);
    }

    /// <summary>Labels as articles carry them: numbers, words, true or false.</summary>
    public static void WriteLabels(this Utf8JsonWriter json, IReadOnlyDictionary<string, string> labels)
    {
        json.WriteStartObject("labels");
        foreach (var (name, value) in labels)
        {
            if (bool.TryParse(value, out var flag))
                json.WriteBoolean(name, flag);
            else if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                json.WriteNumber(name, number);
            else
                json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    static void WriteSpanValue(this Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }
}
