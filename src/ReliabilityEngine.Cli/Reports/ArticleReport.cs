using System.Globalization;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>A scored article in a list.</summary>
sealed record ArticleReport(
    string Outlet, string Id, string? Title, string? Published, double? Reliability, Interval? Interval, double? Bias, int Credibility)
{
    public static ResultShape<ArticleReport> Shape { get; } = new(
        (json, row) =>
        {
            json.WriteStartObject();
            json.WriteNumber("schema", AnalysisJson.Schema);
            json.WriteString("id", row.Id);
            json.WriteString("outlet", row.Outlet);
            json.WriteString("title", row.Title);
            json.WriteString("published", row.Published);
            json.WriteTenth("reliability", row.Reliability);
            json.WriteInterval("interval", row.Interval);
            json.WriteTenth("bias", row.Bias);
            json.WriteString("information_credibility", row.Credibility.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
        },
        [
            new("id", row => row.Id),
            new("outlet", row => row.Outlet),
            new("title", row => row.Title),
            new("published", row => row.Published),
            new("reliability", row => Numbers.Tenth(row.Reliability)),
            new("reliability_low", row => Numbers.Tenth(row.Interval?.Low)),
            new("reliability_high", row => Numbers.Tenth(row.Interval?.High)),
            new("bias", row => Numbers.Tenth(row.Bias)),
            new("information_credibility", row => row.Credibility),
        ],
        [
            new("id", row => row.Id, Least: 40),
            new("outlet", row => row.Outlet, Least: 8),
            new("title", row => row.Title ?? "", Least: 8),
            new("published", row => row.Published?[..10] ?? ""),
            new("reliability", row => Numbers.WithInterval(row.Reliability, row.Interval), AlignRight: true),
            new("bias", row => Numbers.WholeOrDash(row.Bias), AlignRight: true),
            new("cred.", row => Numbers.Whole(row.Credibility), AlignRight: true),
        ]);
}
