using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Ingestion.Pages;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Ingestion;

public sealed class PageLineTests
{
    public static TheoryData<string[]> ShownDates => Cases.Read("tests", "ReliabilityEngine.Cli.Tests", "Cases", "shown-dates.tsv");

    public static TheoryData<string[]> Bylines => Cases.Read("tests", "ReliabilityEngine.Cli.Tests", "Cases", "bylines.tsv");

    [Theory]
    [MemberData(nameof(ShownDates))]
    public void Dates_are_read_as_readers_read_them(string[] row) =>
        Assert.Equal((row[2], Dates.Parse(row[1])), (row[2], ShownDate.Find(row[0])));

    [Theory]
    [MemberData(nameof(Bylines))]
    public void Bylines_are_reduced_to_names(string[] row) =>
        Assert.Equal((row[3], row[2].Length == 0 ? null : row[2]), (row[3], Byline.Clean(row[0], row[1].Length == 0 ? null : row[1])));
}
