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
    [InlineData(20, "Reporting by Ada Quist in Castle City and Tomas Areng on Tarn Island", true)]
    [InlineData(80, "Reporting by Ada Quist in Castle City and Tomas Areng on Tarn Island", false)]
    [InlineData(80, "The board said on Monday that the quay would have to close, and that…", true)]
    public void A_long_text_breaks_off_only_where_it_says_so(int sentences, string last, bool isPartial)
    {
        var text = string.Concat(Enumerable.Range(1, sentences).Select(number => $"<p>The board met for the {number}th time on Monday and agreed on nothing at all.</p>"));
        var page = $"<h1>The quay</h1><article>{text}<p>{last}</p></article><div>Already a subscriber? Sign in</div>";
        Assert.Equal(isPartial, Assert.IsType<ReadArticle>(HtmlReader.Read("a.html", System.Text.Encoding.UTF8.GetBytes(page))).Article.IsPartial);
    }

    [Theory]
    [MemberData(nameof(Bylines))]
    public void Bylines_are_reduced_to_names(string[] row) =>
        Assert.Equal((row[3], row[2].Length == 0 ? null : row[2]), (row[3], Byline.Clean(row[0], row[1].Length == 0 ? null : row[1])));
}
