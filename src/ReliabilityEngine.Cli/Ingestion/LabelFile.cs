using System.Collections.Immutable;
using System.Text.Json;
using ReliabilityEngine.Cli.Ingestion.Importing;
using ReliabilityEngine.Learning.Labels;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>A row of a file of labels.</summary>
/// <param name="Place">Where it stands: <c>path:line</c>.</param>
/// <param name="Outlet">As given; null where the row names none.</param>
/// <param name="Labeller">Null where the row names nobody.</param>
/// <param name="Labels">By field, sound values only.</param>
/// <param name="Troubles">What is wrong with the row; what is sound of it counts all the same.</param>
sealed record LabelRow(
    string Place, string? Outlet, string? Id, string? Labeller, DateTimeOffset? At, string? Note,
    ImmutableSortedDictionary<string, string> Labels, ImmutableArray<string> Troubles);

/// <summary>Reads labels: a table in CSV, or an object a line, which may as well be a labelled article.</summary>
static class LabelFile
{
    const string NoId = "no \"id\", expected the article's";

    /// <param name="isTable">CSV; otherwise JSON Lines.</param>
    public static IEnumerable<LabelRow> Read(string path, TextReader text, bool isTable, int mostCharacters) =>
        isTable ? ReadTable(path, new(text, mostCharacters)) : ReadLines(path, text);

    static IEnumerable<LabelRow> ReadTable(string path, CsvRows rows)
    {
        List<string> names = [.. (rows.ReadHeader() ?? []).Select(name => name.Trim('\uFEFF', ' ').ToLowerInvariant())];
        if (!names.Contains("id"))
            throw new InvalidDataException($"{path}:1: no column \"id\", expected outlet, id, labeller, date, {string.Join(", ", LabelField.All.Select(field => field.Name))}, note");
        while (rows.Read() is { } row)
        {
            if (row is not [""])
                yield return Row($"{path}:{rows.Line}", name => names.IndexOf(name) is >= 0 and var column && column < row.Count ? row[column] : null);
        }
    }

    static LabelRow Row(string place, Func<string, string?> field)
    {
        var given = LabelField.All.Select(label => KeyValuePair.Create(label.Name, field(label.Name) ?? "")).Where(pair => pair.Value.Trim().Length > 0);
        var labels = LabelField.ReadAll(given, out var troubles);
        return Checked(place, field("outlet"), field("id"), field("labeller"), field("date"), field("note"), labels, troubles);
    }

    static IEnumerable<LabelRow> ReadLines(string path, TextReader text)
    {
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return ReadLine($"{path}:{number}", line);
        }
    }

    static LabelRow ReadLine(string place, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            // A labelled article may leave its id to its content.
            if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("text", out _))
            {
                return ArticleJson.Read(place, json) is ReadArticle read
                    ? Checked(place, read.Article.Outlet, read.Article.Id, Text(json, "labeller"), Text(json, "date"), Text(json, "note"),
                        ArticleJson.ReadLabels(json.GetProperty("labels"), out var troubles), troubles)
                    : Empty(place, "no labelled article");
            }

            return json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("labels", out var labels)
                ? Empty(place, "no \"labels\", expected an object with \"id\" and \"labels\"")
                : Checked(place, Text(json, "outlet"), Text(json, "id"), Text(json, "labeller"), Text(json, "date"), Text(json, "note"),
                    ArticleJson.ReadLabels(labels, out var wrong), wrong);
        }
        catch (JsonException error)
        {
            return Empty(place, ArticleJson.NotJson(error));
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException)
        {
            return Empty(place, "not the shape of a label, expected \"id\", \"labels\" and texts");
        }
    }

    static LabelRow Checked(
        string place, string? outlet, string? id, string? labeller, string? date, string? note,
        ImmutableSortedDictionary<string, string> labels, ImmutableArray<string> troubles)
    {
        var at = Dates.Parse(date);
        if (!string.IsNullOrWhiteSpace(date) && at is null)
            troubles = troubles.Add($"date is \"{date}\", expected one such as 2025-03-04T05:06:07Z; taken as now");
        if (string.IsNullOrEmpty(id))
            troubles = troubles.Add(NoId);
        else if (labels.IsEmpty && troubles.IsEmpty)
            troubles = troubles.Add("no label");
        return new(place, Filled(outlet), Filled(id), Filled(labeller), at, Filled(note), labels, troubles);
    }

    static LabelRow Empty(string place, string trouble) => new(place, null, null, null, null, null, ImmutableSortedDictionary<string, string>.Empty, [trouble]);

    static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    static string? Text(JsonElement json, string field) => json.TryGetProperty(field, out var value) ? value.GetString() : null;
}
