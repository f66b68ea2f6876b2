using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace ReliabilityEngine.Benchmarks;

/// <summary>The median time of a stage for a thousand words, in milliseconds.</summary>
sealed class PerThousandWordsColumn(int words) : IColumn
{
    public string Id => nameof(PerThousandWordsColumn);

    public string ColumnName => "ms/1,000 words";

    public string Legend => $"Median over all articles ({words.ToString("n0", CultureInfo.InvariantCulture)} words)";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        summary[benchmarkCase]?.ResultStatistics is { } times
            ? (times.Median / 1e6 / words * 1000).ToString("0.000", CultureInfo.InvariantCulture) : "-";
}
