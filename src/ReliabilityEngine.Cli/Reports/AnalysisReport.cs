using System.Globalization;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Features;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>An article's findings and measurements, ready to be printed.</summary>
/// <param name="WithText">The text goes out too, so that the spans can be looked up.</param>
sealed record AnalysisReport(ArticleAnalysis Analysis, FeatureVector Vector, string Extractor, bool WithText)
{
    public IEnumerable<(string Name, double Value)> Features =>
        FeatureSet.All.Select((feature, index) => (feature.Name, Vector[index]));

    /// <summary>One row an article, for notebooks.</summary>
    static readonly CsvColumn<AnalysisReport>[] CsvColumns =
    [
        new("id", report => report.Analysis.Article.Id),
        new("outlet", report => report.Analysis.Article.Outlet),
        new("title", report => report.Analysis.Article.Title),
        new("published", report => report.Analysis.Article.Published?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        .. FeatureSet.All.Select((feature, index) => new CsvColumn<AnalysisReport>(feature.Name, report => report.Vector[index])),
    ];

    static readonly TableColumn<AnalysisReport>[] TableColumns =
    [
        new("id", report => report.Analysis.Article.Id, Least: 24),
        new("title", report => report.Analysis.Article.Title ?? "", Least: 16),
        new("words", report => Numbers.Whole(report.Analysis.Body.Words), AlignRight: true),
        new("sources", report => Numbers.Whole(report.Analysis.Attributions.Length), AlignRight: true),
        new("hedges", report => Numbers.Whole(report.Analysis.Hedges.Length), AlignRight: true),
        new("guesses", report => Numbers.Whole(report.Analysis.Speculations.Length), AlignRight: true),
        new("chains", report => Numbers.Whole(report.Analysis.Chains.Length), AlignRight: true),
    ];

    public static ResultShape<AnalysisReport> Shape { get; } = new(AnalysisJson.Write, CsvColumns, TableColumns);
}
