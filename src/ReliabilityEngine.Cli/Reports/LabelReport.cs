using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReliabilityEngine.Learning.Labels;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>What a labeller said of an article in one go: the shape that labels are listed, written and read in.</summary>
/// <param name="Labels">By field, each value in its normal form.</param>
sealed record LabelReport(string? Outlet, string Id, string Labeller, DateTimeOffset? At, string? Note, ImmutableSortedDictionary<string, string> Labels)
{
    const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static ResultShape<LabelReport> Shape { get; } = new(
        WriteJson,
        [
            new("outlet", report => report.Outlet),
            new("id", report => report.Id),
            new("labeller", report => report.Labeller),
            new("date", report => report.Date),
            .. LabelField.All.Select(field => new CsvColumn<LabelReport>(field.Name, report => report.Labels.GetValueOrDefault(field.Name))),
            new("note", report => report.Note),
        ],
        [
            new("article", report => $"{report.Outlet}/{report.Id}", Least: 50),
            new("labeller", report => report.Labeller, Least: 6),
            new("date", report => report.Date?[..10] ?? ""),
        ],
        report => [string.Join(", ", report.Labels.Select(label => $"{label.Key.Replace('_', ' ')} {label.Value}")) + (report.Note is { } note ? $": {note}" : "")]);

    string? Date => At?.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);

    static void WriteJson(Utf8JsonWriter json, LabelReport report)
    {
        json.WriteStartObject();
        json.WriteString("outlet", report.Outlet);
        json.WriteString("id", report.Id);
        json.WriteString("labeller", report.Labeller);
        json.WriteString("date", report.Date);
        json.WriteLabels(report.Labels);
        json.WriteString("note", report.Note);
        json.WriteEndObject();
    }
}
