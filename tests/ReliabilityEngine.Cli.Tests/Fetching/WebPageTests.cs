using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Tests.Ingestion;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Fetching;

/// <summary>Addresses on the command line, through the same readers as files.</summary>
public sealed class WebPageTests
{
    [Fact]
    public async Task An_address_is_read_as_the_page_that_stands_there()
    {
        var page = File.ReadAllBytes(Repository.PathOf("tests", "ReliabilityEngine.Cli.Tests", "Pages", "amp", "page.html"));
        await using var site = new LoopbackSite().With("/old", "", "Location: /otters\r\n", 301).With("/otters", page, "Content-Type: text/html\r\n").Open();
        var read = Assert.IsType<ReadArticle>(Assert.Single(Read(site.Address("/old"))));
        Assert.Equal(PageCase.Named("amp").Text, read.Article.Text);
    }

    [Fact]
    public async Task A_page_that_names_no_outlet_has_that_of_its_address()
    {
        var text = string.Concat(Enumerable.Repeat("<p>The committee met on Monday and agreed on nothing at all, its chair said.</p>", 8));
        await using var site = new LoopbackSite().With("/a", $"<html><body><div>{text}</div></body></html>").Open();
        var article = Assert.IsType<ReadArticle>(Assert.Single(Read(site.Address("/a")))).Article;
        Assert.Equal(site.Address("/a").AbsoluteUri, article.Url);
        Assert.Equal("127.0.0.1", article.Outlet);
    }

    [Fact]
    public async Task What_is_no_page_is_bad_input_with_its_reason()
    {
        await using var site = new LoopbackSite().With("/a", "x", "Content-Type: image/png\r\n").Open();
        Assert.Contains("image/png", Assert.IsType<BadInput>(Assert.Single(Read(site.Address("/a")))).Reason, StringComparison.Ordinal);
        Assert.Contains("404", Assert.IsType<BadInput>(Assert.Single(Read(site.Address("/none")))).Reason, StringComparison.Ordinal);
    }

    static List<Reading> Read(Uri address)
    {
        var web = new WebPages(
            new() { UserAgent = "ReliabilityEngine/test", TimeoutSeconds = 10, MaxRedirects = 3, AllowedHosts = ["127.0.0.1"] }, 1 << 20, TimeProvider.System, default);
        return [.. new ArticleReader(1 << 20).Read(InputPaths.Expand([address.AbsoluteUri], web).Sources[0])];
    }
}
