using ReliabilityEngine.Cli.Reports;

namespace ReliabilityEngine.Cli.Tests.Reports;

public sealed class PrintingTests
{
    [Theory]
    [InlineData(0.0, new[] { 0.04, 0.04, 0.04, -0.12 })]
    [InlineData(0.1, new[] { 0.04, 0.04, 0.04 })]
    [InlineData(-6.1, new[] { -6.149, 0.049 })]
    [InlineData(12.3, new[] { 12.34, 0.0, -0.04 })]
    public void Rounded_parts_add_up_to_the_rounded_whole(double total, double[] parts)
    {
        var rounded = Rounding.ToTenths(parts, total);

        Assert.Equal(total, rounded.Sum(), 9);
        Assert.All(rounded.Zip(parts), pair => Assert.True(Math.Abs(pair.First - pair.Second) < 0.1 + 1e-9));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x.example\")", "\"'=HYPERLINK(\"\"http://x.example\"\")\"")]
    [InlineData("@Quay", "'@Quay")]
    [InlineData("+1", "'+1")]
    [InlineData("Quay = pier", "Quay = pier")]
    [InlineData(-1.5, "-1.5")]
    public void A_stranger_s_words_are_no_formula_in_a_table(object value, string field)
    {
        using var output = new StringWriter();
        new CsvPrinter<object>(output, [new("a", item => item)]).Print(value);
        Assert.Equal($"a\r\n{field}\r\n", output.ToString());
    }

    [Fact]
    public void Many_small_parts_keep_their_sum()
    {
        var random = new Random(7);
        var parts = Enumerable.Range(0, 300).Select(_ => random.NextDouble() - 0.45).ToArray();
        var total = Numbers.Tenth(parts.Sum());

        Assert.Equal(total, Rounding.ToTenths(parts, total).Sum(), 6);
    }

    [Theory]
    [InlineData("a short line", 20, "a short line")]
    [InlineData("a line that is cut at its spaces", 12, "a line that/is cut at/its spaces")]
    [InlineData("averyverylongword here", 6, "averyverylongword/here")]
    public void Lines_are_cut_at_spaces(string text, int width, string lines) =>
        Assert.Equal(lines, string.Join('/', Wrapping.Wrap(text, width)));

    [Theory]
    [InlineData("said Ada Quill at the quay", 12, "said Ada/Quill[1: likely]/at the quay")]
    [InlineData("  indented here", 40, "  indented here")]
    [InlineData("one  \n\ntwo", 40, "one//two")]
    public void Styled_text_is_cut_at_spaces_alone(string text, int width, string lines)
    {
        var styled = new StyledLines(width);
        var mark = text.IndexOf("Quill", StringComparison.Ordinal) + 5;
        styled.Append(text.AsSpan(0, mark < 5 ? text.Length : mark));
        if (mark >= 5)
            styled.AppendWhole("[1: likely]");
        if (mark >= 5)
            styled.Append(text.AsSpan(mark));
        using var output = new StringWriter { NewLine = "\n" };
        var console = Spectre.Console.AnsiConsole.Create(new() { Ansi = Spectre.Console.AnsiSupport.No, Out = new Spectre.Console.AnsiConsoleOutput(output) });
        console.Profile.Width = 80;
        console.Write(styled.Finish());
        Assert.Equal(lines, output.ToString().Replace('\n', '/'));
    }

    [Theory]
    [InlineData(1, "words of the title (1 word)")]
    [InlineData(2, "words of the title (2 words)")]
    [InlineData(0, "words of the title (none)")]
    public void One_is_no_plural(double value, string words) =>
        Assert.Equal(words, Reason.What(new("reliability", "title_words", value, 1, [])));

    [Theory]
    [InlineData("harbour", 7)]
    [InlineData("cafe\u0301", 4)]
    [InlineData("港湾", 4)]
    [InlineData("\U0001F6A2", 2)]
    public void Width_counts_what_a_terminal_shows(string text, int width) => Assert.Equal(width, TextWidth.Of(text));

    [Theory]
    [InlineData("The harbour board", 11, "The harbou…")]
    [InlineData("港湾の会", 5, "港湾…")]
    public void What_is_too_wide_ends_with_an_ellipsis(string text, int width, string cut) => Assert.Equal(cut, TextWidth.Cut(text, width));

    [Fact]
    public void A_table_gives_way_where_it_may()
    {
        var output = new StringWriter { NewLine = "\n" };
        var table = new TablePrinter<(string Id, string Title)>(output, 20,
            [new("id", row => row.Id), new("title", row => row.Title, Least: 5)]);
        table.Print(("quay-closes", "The north quay is to close in May"));
        table.Finish();

        Assert.Equal("id           title\nquay-closes  The no…\n", output.ToString());
    }
}
