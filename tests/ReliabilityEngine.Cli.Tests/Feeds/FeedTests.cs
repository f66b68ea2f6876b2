using System.Text;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Ingestion.Feeds;
using ReliabilityEngine.Cli.Tests.Hostile;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Feeds;

public sealed class FeedTests
{
    static readonly string[] Folder = ["tests", "ReliabilityEngine.Cli.Tests", "Feeds", "Files"];

    public static TheoryData<string[]> Dates => Cases.Read("tests", "ReliabilityEngine.Cli.Tests", "Cases", "feed-dates.tsv");

    [Fact]
    public void Rss_gives_its_items()
    {
        var feed = Read("rss.xml");
        Assert.Equal("The Carrow Lookout", feed.Title);
        Assert.Equal(TimeSpan.FromMinutes(30), feed.Interval);
        Assert.Equal(["https://carrowlookout.example/?p=5512", "https://carrowlookout.example/2025/03/05/tides/"], feed.Items.Select(item => item.Id));
        var first = feed.Items[0];
        Assert.Equal(("Ice house sold & closed", "Dunstan Pell", "https://carrowlookout.example/2025/03/04/ice-house/"), (first.Title, first.Author, first.Link));
        Assert.False(FeedArticle.IsWhole(first));
        Assert.True(FeedArticle.IsWhole(feed.Items[1]));
    }

    [Fact]
    public void An_item_that_carries_its_text_becomes_the_article()
    {
        var feed = Read("rss.xml");
        var article = Assert.IsType<ReadArticle>(FeedArticle.Read("feed", feed, feed.Items[1])).Article;
        Assert.StartsWith("Two boats ran aground", article.Text, StringComparison.Ordinal);
        Assert.EndsWith("of which there are four.", article.Text, StringComparison.Ordinal);
        Assert.Equal("Tide table misprint", article.Title);
        Assert.Equal("carrowlookout.example", article.Outlet);
        Assert.Equal(new DateTimeOffset(2025, 3, 5, 12, 0, 0, TimeSpan.Zero), article.Published);
        Assert.False(article.IsPartial);
    }

    [Theory]
    [InlineData("/news/1")]
    [InlineData("mailto:desk@a.example")]
    [InlineData(null)]
    public void An_item_whose_link_names_no_site_is_of_the_feed(string? link) =>
        Assert.Equal("The Lookout", FeedArticle.Complete(new() { Id = "", Outlet = Article.UnknownOutlet, Text = "Words." }, new("The Lookout", null, [], []), new("1", link, null, null, null, null, null)).Outlet);

    /// <summary>Two sections of an outlet may number their items alike, or announce the same one.</summary>
    [Theory]
    [InlineData("17", "https://a.example/city/1", "17", "https://a.example/sport/9", false)]
    [InlineData("17", "https://a.example/city/1", "17", "https://a.example/city/1?from=sport", true)]
    [InlineData("tag:a.example,2025:17", "https://a.example/city/1", "tag:a.example,2025:17", "https://a.example/moved", true)]
    [InlineData("17", "https://a.example/city/1", "18", "https://a.example/city/1", false)]
    public void Items_are_one_article_by_an_id_of_their_own(string id, string link, string otherId, string otherLink, bool areOne)
    {
        Assert.Equal(areOne, IdOf(id, link) == IdOf(otherId, otherLink));

        static string IdOf(string id, string link) =>
            FeedArticle.Complete(new() { Id = "", Outlet = "a.example", Text = "Words." }, new("A", null, [], []), new(id, link, null, null, null, null, null)).Id;
    }

    [Fact]
    public void A_summary_is_said_to_be_a_part()
    {
        var feed = Read("rss.xml");
        Assert.True(Assert.IsType<ReadArticle>(FeedArticle.Read("feed", feed, feed.Items[0])).Article.IsPartial);
    }

    [Fact]
    public void Rss_of_the_first_version_has_its_items_beside_the_channel()
    {
        var item = Assert.Single(Read("rdf.xml").Items);
        Assert.Equal(("http://brevikportal.example/news.php?id=1", "Council sells plough", "A. Moen", "2025-08-19T10:00:00+02:00"), (item.Id, item.Title, item.Author, item.Published));
    }

    [Fact]
    public void Atom_gives_its_entries()
    {
        var feed = Read("atom.xml");
        Assert.Equal(["Two craft & no signal", "Comets", "Pads"], feed.Items.Select(item => item.Title));
        Assert.Equal("https://perigee.example/story/1", feed.Items[0].Link);
        Assert.Equal("Rowan Teague and Ada Quill", feed.Items[0].Author);
        Assert.Equal("Perigee staff", feed.Items[1].Author);
        Assert.False(feed.Items[1].BodyIsWhole);
        Assert.Contains("<b>pad</b>", feed.Items[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_json_feed_gives_its_items()
    {
        var feed = Read("feed.json");
        Assert.Equal(["https://longhand.example/lifts", "42"], feed.Items.Select(item => item.Id));
        Assert.Equal(["Teo Varga", "Old Style"], feed.Items.Select(item => item.Author));
        Assert.True(feed.Items[1].BodyIsPlain);
    }

    [Fact]
    public void A_news_sitemap_names_its_pages_and_an_index_its_parts()
    {
        var feed = Read("sitemap.xml");
        Assert.Equal(("Storm takes roof", "2025-12-01", "Dunmarrow Times"), (feed.Items[0].Title, feed.Items[0].Published, feed.Items[0].Outlet));
        Assert.Equal(2, feed.Items.Length);
        Assert.Equal(2, Read("sitemap-index.xml").Parts.Length);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>")]
    [InlineData("<!DOCTYPE rss SYSTEM \"file:///etc/passwd\"><rss><channel/></rss>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&x;</title></channel></rss>")]
    [InlineData("<html><body>not found</body></html>")]
    [InlineData("<rss version=\"2.0\"/>")]
    [InlineData("{\"items\": 3}")]
    [InlineData("{\"items\": [{\"id\": \"\\ud800\"}]}")]
    [InlineData("plain words")]
    [InlineData("")]
    public void What_is_no_feed_or_tries_tricks_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => FeedReader.Read(Encoding.UTF8.GetBytes(text)));

    /// <summary>.NET's reader fails on itself there, with an exception that it does not declare.</summary>
    [Fact]
    public void A_declaration_that_is_no_text_is_refused() =>
        Assert.Throws<InvalidDataException>(() => FeedReader.Read((byte[])[.. "<?xml version=\"1.0"u8, 0xc0, 0x80, .. "\" encoding=\"UTF-8\"?>\n"u8]));

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.Throws<InvalidDataException>(() => FeedReader.Read(Encoding.UTF8.GetBytes("<rss>" + string.Concat(Enumerable.Repeat("<a>", 200_000)))));

    [Theory]
    [MemberData(nameof(Dates))]
    public void Dates_are_read_as_feeds_write_them(string[] row) =>
        Assert.True((FeedDates.Parse(row[0])?.ToString("s") ?? "none") == row[1], $"{row[^1]}: {FeedDates.Parse(row[0])}");

    [Fact]
    public void A_damaged_feed_gives_items_or_a_reason() =>
        Mutation.Check([.. Directory.GetFiles(Repository.PathOf(Folder)).Select(File.ReadAllBytes)], bytes =>
        {
            try
            {
                var feed = FeedReader.Read(bytes);
                Assert.All(feed.Items, item => Assert.NotEmpty(item.Id));
                Assert.All(feed.Items, item => Assert.NotNull(FeedArticle.Read("feed", feed, item)));
            }
            catch (InvalidDataException reason)
            {
                Assert.NotEmpty(reason.Message);
            }
        });

    static Feed Read(string name) => FeedReader.Read(File.ReadAllBytes(Repository.PathOf([.. Folder, name])));
}
