using System.Collections.Immutable;
using System.Text.Json;

namespace ReliabilityEngine.Learning;

/// <summary>A JSON value that knows the line on which it stands.</summary>
sealed class JsonNodeAt
{
    readonly string _file;
    readonly int _line;
    readonly JsonTokenType _kind;
    readonly string _text;
    readonly Dictionary<string, JsonNodeAt> _fields = new(StringComparer.Ordinal);
    readonly List<JsonNodeAt> _items = [];

    JsonNodeAt(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string file)
    {
        (_file, _kind, _line) = (file, reader.TokenType, 1 + json[..(int)reader.TokenStartIndex].Count((byte)'\n'));
        _text = _kind switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            _ => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
        };
        if (_kind == JsonTokenType.StartObject)
            ReadFields(ref reader, json);
        else if (_kind == JsonTokenType.StartArray)
            ReadItems(ref reader, json);
    }

    public IReadOnlyDictionary<string, JsonNodeAt> Fields => _kind == JsonTokenType.StartObject ? _fields : throw Expected("an object");

    public ImmutableArray<JsonNodeAt> Items => _kind == JsonTokenType.StartArray ? [.. _items] : throw Expected("an array");

    public JsonNodeAt this[string name] => Fields.TryGetValue(name, out var field) ? field : throw Refused($"\"{name}\" is missing");

    public static JsonNodeAt Parse(ReadOnlySpan<byte> json, string file)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        reader.Read();
        var root = new JsonNodeAt(ref reader, json, file);
        reader.Read();
        return root;
    }

    public bool Has(string name) => Fields.ContainsKey(name);

    public void AllowOnly(params ReadOnlySpan<string> names)
    {
        foreach (var (name, field) in Fields)
        {
            if (!names.Contains(name))
                throw field.Refused($"\"{name}\" is not known here, expected one of {string.Join(", ", names.ToArray())}");
        }
    }

    public ImmutableArray<JsonNodeAt> NonEmpty() => Items is { Length: > 0 } items ? items : throw Refused("an empty list, expected at least one entry");

    public string Word() => _kind == JsonTokenType.String && _text.Length > 0 ? _text : throw Expected("a text");

    public double Number(double least, double most) =>
        _kind == JsonTokenType.Number && double.Parse(_text, Culture) is var value && value >= least && value <= most
            ? value
            : throw Expected(string.Create(Culture, $"a number from {least} to {most}"));

    public int Whole(int least, int most) => Number(least, most) is var value && value == Math.Floor(value) ? (int)value : throw Expected("a whole number");

    public T OneOf<T>()
        where T : struct, Enum => Enum.TryParse<T>(Word(), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw Expected($"one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");

    public TrainingException Refused(string reason) => new($"{_file}:{_line}: {reason}");

    static IFormatProvider Culture => System.Globalization.CultureInfo.InvariantCulture;

    TrainingException Expected(string what) => Refused($"found {_text}, expected {what}");

    void ReadFields(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            var field = new JsonNodeAt(ref reader, json, _file);
            if (!_fields.TryAdd(name, field))
                throw field.Refused($"\"{name}\" stands twice");
        }
    }

    void ReadItems(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            _items.Add(new(ref reader, json, _file));
    }
}
