using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using ReliabilityEngine.Learning.Labels;

namespace ReliabilityEngine.Learning;

/// <summary>Reads files of labelled articles, one JSON object a line, plain or gzipped.</summary>
public static class ExampleFile
{
    /// <summary>The examples of all files of a recipe, each file checked against the recipe's hash.</summary>
    /// <param name="folder">Where files with a relative name are looked for.</param>
    public static ImmutableArray<Example> ReadAll(Recipe recipe, string? folder, OutletNames outlets) =>
        [.. recipe.Files.SelectMany(file => Read(file, folder, outlets))];

    /// <summary>The SHA-256 of a file; null where there is none.</summary>
    public static string? HashOf(string path) => File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : null;

    public static IEnumerable<Example> Read(DataFile file, string? folder, OutletNames outlets)
    {
        var path = Path.Combine(folder ?? "", file.Name);
        if (!File.Exists(path))
            throw new TrainingException($"{path}: no such file, expected \"{file.Title}\"; name its folder with --data or RELIABILITY_DATA");
        var bytes = File.ReadAllBytes(path);
        var sha = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (file.Sha256 is { } expected && expected != sha)
            throw new TrainingException($"{path}: SHA-256 {sha}, expected {expected}: not the file that the recipe names");
        return ReadLines(path, bytes).Select(line => ReadExample(line.Line, $"{path}:{line.Number}", file.Name, outlets));
    }

    static IEnumerable<(string Line, int Number)> ReadLines(string path, byte[] bytes)
    {
        using Stream memory = new MemoryStream(bytes);
        using var stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(memory, CompressionMode.Decompress) : memory;
        using var reader = new StreamReader(stream);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length > 0)
                yield return (line, number);
        }
    }

    static Example ReadExample(string line, string place, string file, OutletNames outlets)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var example = ReadExample(json.RootElement, file, outlets) ?? throw new TrainingException($"{place}: no \"text\" or no \"labels\", expected a labelled article");
            var sound = LabelField.ReadAll(example.Labels, out var troubles);
            return troubles.IsEmpty ? example with { Labels = example.Labels.SetItems(sound) } : throw new TrainingException($"{place}: {troubles[0]}");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new TrainingException($"{place}: not a labelled article in JSON: {error.Message}");
        }
    }

    static Example? ReadExample(JsonElement json, string file, OutletNames outlets)
    {
        if (Text(json, "text") is not { } text || !json.TryGetProperty("labels", out var labels) || labels.ValueKind != JsonValueKind.Object)
            return null;
        var (outlet, title) = (Text(json, "outlet") ?? Host(Text(json, "url")), Text(json, "title"));
        var article = new Article
        {
            Id = Text(json, "id") is { Length: > 0 } id ? id : Article.ContentId(Text(json, "outlet"), title, text),
            Outlet = outlet ?? Article.UnknownOutlet,
            Title = title,
            Url = Text(json, "url"),
            Published = DateTimeOffset.TryParse(Text(json, "published"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                ? date : null,
            Text = text,
        };
        return new(article, outlets.Canonical(outlet), file, Fold(json), ReadLabels(labels),
            [.. json.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.True).Select(field => field.Name)]);
    }

    static ImmutableSortedDictionary<string, string> ReadLabels(JsonElement labels) =>
        labels.EnumerateObject().Where(label => label.Value.ValueKind != JsonValueKind.Null)
            .ToImmutableSortedDictionary(label => label.Name, label => label.Value.ValueKind switch
            {
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => label.Value.ToString(),
            }, StringComparer.Ordinal);

    static int? Fold(JsonElement json) =>
        json.TryGetProperty("fold", out var fold) && fold.ValueKind == JsonValueKind.Number && fold.TryGetInt32(out var number) ? number : null;

    static string? Host(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : null;

    static string? Text(JsonElement json, string field) =>
        json.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;
}
