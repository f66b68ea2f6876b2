using System.Globalization;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>An outlet's rating with the scale that gave its letter.</summary>
sealed record OutletReport(OutletRating Rating, AdmiraltyScale Scale)
{
    public static ResultShape<OutletReport> Shape { get; } = new(
        (json, report) =>
        {
            json.WriteStartObject();
            json.WriteNumber("schema", AnalysisJson.Schema);
            json.WriteString("outlet", report.Rating.Outlet);
            json.WriteNumber("articles", report.Rating.Articles);
            json.WriteString("source_reliability", report.Rating.Letter.ToString());
            json.WriteNumber("reliability", Numbers.Tenth(report.Rating.Shrunken));
            json.WriteInterval("interval", report.Rating.Interval);
            json.WriteNumber("mean", Numbers.Tenth(report.Rating.Mean));
            json.WriteNumber("bias", Numbers.Tenth(report.Rating.Bias));
            json.WriteString("cut_points", CutPoints(report.Scale));
            json.WriteEndObject();
        },
        [
            new("outlet", report => report.Rating.Outlet),
            new("articles", report => report.Rating.Articles),
            new("source_reliability", report => report.Rating.Letter.ToString()),
            new("reliability", report => Numbers.Tenth(report.Rating.Shrunken)),
            new("reliability_low", report => Numbers.Tenth(report.Rating.Interval.Low)),
            new("reliability_high", report => Numbers.Tenth(report.Rating.Interval.High)),
            new("mean", report => Numbers.Tenth(report.Rating.Mean)),
            new("bias", report => Numbers.Tenth(report.Rating.Bias)),
            new("cut_points", report => CutPoints(report.Scale)),
        ],
        [
            new("outlet", report => report.Rating.Outlet, Least: 16),
            new("articles", report => Numbers.Whole(report.Rating.Articles), AlignRight: true),
            new("letter", report => report.Rating.Letter.ToString()),
            new("reliability", report => Numbers.WithInterval(report.Rating.Shrunken, report.Rating.Interval), AlignRight: true),
            new("bias", report => Numbers.Whole(report.Rating.Bias), AlignRight: true),
        ]);

    public static string Legend(AdmiraltyScale scale) => $"\nLetters: {CutPoints(scale)}.";

    static string CutPoints(AdmiraltyScale scale) => string.Create(CultureInfo.InvariantCulture,
        $"A interval from {scale.A}, B {scale.B}, C {scale.C}, D {scale.D}, E below, F under {scale.FewestArticles} articles");
}
