using System.Text.Json;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>Drift, ready to be printed.</summary>
static class DriftReport
{
    public static ResultShape<DriftFinding> Shape { get; } = new(
        (json, finding) =>
        {
            json.WriteStartObject();
            json.WriteString("kind", finding.Kind);
            json.WriteString("name", finding.Name);
            json.WriteNumber("articles", finding.Articles);
            Write(json, "before", finding.Before);
            Write(json, "now", finding.Now);
            Write(json, "measure", finding.Measure);
            json.WriteString("state", NameOf(finding.State));
            json.WriteEndObject();
        },
        [
            new("kind", finding => finding.Kind),
            new("name", finding => finding.Name),
            new("articles", finding => finding.Articles),
            new("before", finding => Rounded(finding.Before)),
            new("now", finding => Rounded(finding.Now)),
            new("measure", finding => Rounded(finding.Measure)),
            new("state", finding => NameOf(finding.State)),
        ],
        [
            new("kind", finding => finding.Kind),
            new("name", finding => finding.Name, Least: 12),
            new("articles", finding => Numbers.Whole(finding.Articles), AlignRight: true),
            new("before", finding => Shown(finding.Before), AlignRight: true),
            new("now", finding => Shown(finding.Now), AlignRight: true),
            new("measure", finding => Shown(finding.Measure), AlignRight: true),
            new("state", finding => NameOf(finding.State)),
        ]);

    public const string Legend =
        "score: stability index against training (watch from 0.1, drifted from 0.25); feature: shift in standard deviations (0.25, 0.5); outlet: Welch's t of its means (2, 3)";

    static string NameOf(DriftState state) => state switch
    {
        DriftState.Unknown => "too few",
        DriftState.Steady => "steady",
        DriftState.Watch => "watch",
        _ => "drifted",
    };

    static double? Rounded(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 3) : null;

    static string Shown(double? value) => Rounded(value) is { } number ? number.ToString("0.00;\u22120.00", System.Globalization.CultureInfo.InvariantCulture) : "–";

    static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (Rounded(value) is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
