using System.Text;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Ingestion.Pages;
using ReliabilityEngine.Cli.Tests.Ingestion;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Hostile;

public sealed class HostilePages
{
    static IReadOnlyList<byte[]> Seeds =>
        [.. PageCase.All.Select(page => File.ReadAllBytes(Repository.PathOf("tests", "ReliabilityEngine.Cli.Tests", "Pages", page.Name, "page.html")))];

    [Fact]
    public void A_damaged_page_gives_an_article_or_a_reason() =>
        Mutation.Check(Seeds, bytes =>
        {
            var reading = HtmlReader.Read("page.html", bytes);
            if (reading is ReadArticle { Article: var article })
                Assert.False(string.IsNullOrWhiteSpace(article.Text));
            else
                Assert.NotEmpty(Assert.IsType<BadInput>(reading).Reason);
        });

    [Theory]
    [InlineData("div")]
    [InlineData("b")]
    [InlineData("span")]
    public void A_page_that_is_nested_without_end_is_refused(string element)
    {
        var page = string.Concat(Enumerable.Repeat($"<{element}>", 100_000));
        var refused = Assert.IsType<BadInput>(HtmlReader.Read("deep.html", Encoding.UTF8.GetBytes(page)));
        Assert.Contains("deep in one another", refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg><foo><style>")]
    [InlineData("<math><style>")]
    [InlineData("<svg><desc></svg></desc><style>")]
    [InlineData("<select><style></select>")]
    [InlineData("<svg><foreignObject>")]
    public void Nesting_does_not_hide_behind_what_looks_like_a_style(string opening)
    {
        var page = opening + string.Concat(Enumerable.Repeat("<div>", 100_000));
        var refused = Assert.IsType<BadInput>(HtmlReader.Read("deep.html", Encoding.UTF8.GetBytes(page)));
        Assert.Contains("deep in one another", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_in_scripts_and_shapes_in_drawings_do_not_count_as_nested()
    {
        var script = string.Concat(Enumerable.Repeat("a += '<div><span>';", 500));
        var shapes = string.Concat(Enumerable.Repeat("<path d='M0 0'/>", 2000));
        var page = $"<script>{script}</script><svg><g>{shapes}</g></svg><p>The committee met on Monday and agreed on nothing at all.";
        Assert.IsType<ReadArticle>(HtmlReader.Read("script.html", Encoding.UTF8.GetBytes(page)));
    }

    [Fact]
    public void Elements_that_need_no_end_tag_do_not_count_as_nested()
    {
        var page = "<p>" + string.Join("<br><img><p>", Enumerable.Repeat("The committee met on Monday and agreed on nothing at all.", 2000));
        Assert.IsType<ReadArticle>(HtmlReader.Read("flat.html", Encoding.UTF8.GetBytes(page)));
    }

    [Theory]
    [InlineData("windows-1252", "windows-1252", "Café – “so”")]
    [InlineData("iso-8859-1", "windows-1252", "Café – “so”")]
    [InlineData("windows-1251", "windows-1251", "Вести")]
    [InlineData("no-such-charset", "windows-1252", "naïve café")]
    public void The_encoding_is_what_the_bytes_say_first_and_the_page_says_second(string declared, string actual, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(actual).GetBytes($"<meta charset={declared}><p>{text}");
        Assert.EndsWith(text, PageText.Decode(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Valid_utf8_is_read_as_such_whatever_is_declared() =>
        Assert.EndsWith("Café – “so”", PageText.Decode("<meta charset=iso-8859-1><p>Café – “so”"u8, "iso-8859-1"), StringComparison.Ordinal);

    [Fact]
    public void A_large_flat_page_is_read_within_the_limit_of_time()
    {
        var page = new StringBuilder("<body>");
        for (var i = 0; i < 60_000; i++)
            page.Append("<div class='share ad'><p>The committee met on Monday and agreed <a href=/x>on nothing</a> at all.</p></div>");
        var took = ThreadTime.Of(() => HtmlReader.Read("large.html", Encoding.UTF8.GetBytes(page.ToString())));
        Assert.True(took < TimeSpan.FromSeconds(30), $"took {took}");
    }
}
