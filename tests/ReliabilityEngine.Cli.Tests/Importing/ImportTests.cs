using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Ingestion.Importing;
using ReliabilityEngine.Cli.Tests.Fetching;
using ReliabilityEngine.Cli.Tests.Hostile;
using ReliabilityEngine.Cli.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Importing;

public sealed class ImportTests : IDisposable
{
    const int Limit = 1 << 20;

    const string SemEval =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <articles>
        <article id="0000001" published-at="2025-03-04" title="Quay &amp; pier to close"><p>The board will close the quay, its chair said.</p><p>See <a href="https://harbour.example/minutes" type="external">the minutes</a> and <a href="" type="internal">this</a>.<br/>A second line.</p></article>
        <article id="0000002" title="Empty"></article>
        <article id="0000003" title="No markup">Plain words only.</article>
        </articles>
        """;

    const string Truth =
        """
        <articles>
        <article id="0000001" hyperpartisan="true" bias="left-center" url="https://www.harbour-post.example/quay" labeled-by="article"/>
        <article id="0000003" hyperpartisan="false" url="https://tidewater.example/x"/>
        </articles>
        """;

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SemEval_gives_articles_with_labels_and_the_outlet_of_their_address()
    {
        var truths = SemEvalReader.ReadTruths(Stream(Truth));
        var readings = SemEvalReader.Read("a.xml", Stream(SemEval), truths, Limit).ToList();
        var first = Assert.IsType<ReadArticle>(readings[0]);
        Assert.Equal("The board will close the quay, its chair said.\n\nSee the minutes and this.\n\nA second line.", first.Article.Text);
        Assert.Equal(("0000001", "Quay & pier to close", "www.harbour-post.example"), (first.Article.Id, first.Article.Title, first.Article.Outlet));
        Assert.Equal<string>(["https://harbour.example/minutes"], first.Article.Links);
        Assert.Equal(new Dictionary<string, string> { ["hyperpartisan"] = "true", ["leaning"] = "left" }, first.Labels);
        Assert.IsType<BadInput>(readings[1]);
        Assert.Equal("Plain words only.", Assert.IsType<ReadArticle>(readings[2]).Article.Text);
    }

    [Theory]
    [InlineData("<!DOCTYPE articles [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><articles><article id=\"1\"><p>&x;</p></article></articles>")]
    [InlineData("<articles><article id=\"1\"><p>broken")]
    [InlineData("no xml at all")]
    public void Xml_that_is_broken_or_tries_tricks_gives_a_reason_and_ends(string text) =>
        Assert.IsType<BadInput>(Assert.Single(SemEvalReader.Read("a.xml", Stream(text), new Dictionary<string, SemEvalTruth>(), Limit)));

    [Fact]
    public void Csv_is_read_by_its_column_names()
    {
        const string csv = "headline;source;body;date\n\"Quay; closed\";Harbour Post;\"Two\nlines \"\"quoted\"\".\";2025-03-04\nNo text;x;;\n";
        var readings = CsvArticles.Read("a.csv", new StringReader(csv), 1000, MappedFields.Parse("text=body,outlet=source")).ToList();
        var article = Assert.IsType<ReadArticle>(readings[0]).Article;
        Assert.Equal(("Quay; closed", "Harbour Post", "Two\nlines \"quoted\"."), (article.Title, article.Outlet, article.Text));
        Assert.Equal(new DateTimeOffset(2025, 3, 4, 0, 0, 0, TimeSpan.Zero), article.Published);
        Assert.Equal("a.csv:4", Assert.IsType<BadInput>(readings[1]).Place);
    }

    [Theory]
    [InlineData("headline,words\nQuay,The board met.\n", "text=body", "no column body; its columns are: headline, words")]
    [InlineData("headline,words\nQuay,The board met.\n", "", "no column text, maintext, body, content, article, raw_text or html; its columns are: headline, words")]
    public void A_table_without_the_columns_is_refused_with_those_that_it_has(string csv, string mapping, string message) =>
        Assert.StartsWith($"a.csv:1: {message}", Assert.Single(CsvArticles.Read("a.csv", new StringReader(csv), 1000, MappedFields.Parse(mapping))).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_row_with_more_fields_than_columns_is_not_taken_for_a_shorter_text()
    {
        var readings = CsvArticles.Read("a.csv", new StringReader("text,title\nThe board met, at last, on Monday,Quay\nWords.,Pier,,\n"), 1000, MappedFields.Common).ToList();
        Assert.Equal("a.csv:2: 4 fields, expected 2; a field with the delimiter in it stands in quotation marks", Assert.IsType<BadInput>(readings[0]).ToString());
        Assert.Equal("Words.", Assert.IsType<ReadArticle>(readings[1]).Article.Text);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    public void A_table_is_read_in_the_encoding_that_a_spreadsheet_wrote(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var written = Encoding.GetEncoding(encoding);
        var bytes = written.GetPreamble().Concat(written.GetBytes("text\nCafé – naïve.\n")).ToArray();
        var readings = CsvArticles.Read("a.csv", TableText.Open(new MemoryStream(bytes)), 1000, MappedFields.Common);
        Assert.Equal("Café – naïve.", Assert.IsType<ReadArticle>(Assert.Single(readings)).Article.Text);
    }

    [Theory]
    [InlineData("csv", "", "no articles in it")]
    [InlineData("csv", "text,title\n", "no articles in it")]
    [InlineData("semeval", "<rss/>", "no articles in it")]
    [InlineData("warc", "", "no articles in it")]
    [InlineData("csv", "text,date\nThe board met.,yesterday\n", "a date that cannot be read")]
    [InlineData("semeval", "<!DOCTYPE a><articles/>", "in.txt:1: not the XML of articles: a document type")]
    public void Whatever_comes_of_it_is_said(string kind, string text, string said)
    {
        _folder.Write("in.txt", text);
        Assert.Contains(said, new CliRunner(_folder).Run("import", kind, "in.txt").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_that_names_no_field_is_refused() =>
        Assert.Contains("colour", Assert.Throws<Refusal>(() => MappedFields.Parse("colour=body")).Message, StringComparison.Ordinal);

    [Fact]
    public void Lines_out_of_web_archives_give_text_or_pages()
    {
        var page = JsonSerializer.Serialize(string.Concat(Enumerable.Repeat("<p>The committee met on Monday and agreed on nothing at all, its chair said.</p>", 8)));
        var lines = $$"""
            {"url": "https://a.example/1", "maintext": "Words.", "title": "One", "authors": ["Ada Quill", "Bo Reed"], "date_publish": "2025-03-04 05:06:07", "source_domain": "a.example"}
            {"WARC-Target-URI": "https://b.example/2", "WARC-Date": "2025-03-04T05:06:07Z", "html": {{page}}}
            {"url": "https://c.example/3"}
            [1]
            {"text": "cut
            """;
        var readings = ArchiveLines.Read("a.jsonl", Stream(lines), 10_000, MappedFields.Common).ToList();
        Assert.Equal("Ada Quill and Bo Reed", Assert.IsType<ReadArticle>(readings[0]).Article.Byline);
        var second = Assert.IsType<ReadArticle>(readings[1]).Article;
        Assert.Equal(("b.example", "https://b.example/2"), (second.Outlet, second.Url));
        Assert.StartsWith("The committee met", second.Text, StringComparison.Ordinal);
        Assert.All(readings[2..], reading => Assert.IsType<BadInput>(reading));
        Assert.Equal(5, readings.Count);
    }

    [Theory]
    [InlineData("CREATE TABLE newsdata (id TEXT, date TEXT, source TEXT, title TEXT, content TEXT, author TEXT, url TEXT, published TEXT, published_utc INTEGER)",
        "INSERT INTO newsdata VALUES ('harbour--1', '2025-03-04', 'harbourpost', 'Quay closed', 'Words.', 'Ada Quill', 'https://h.example/1', 'Tue, 04 Mar', 1741064767)")]
    [InlineData("CREATE TABLE articles (date TEXT, source TEXT, name TEXT, content TEXT)",
        "INSERT INTO articles VALUES ('2025-03-04', 'harbourpost', 'Quay closed', 'Words.')")]
    public void Nela_databases_of_every_year_are_read(string table, string row)
    {
        var path = _folder.File("nela.db");
        Execute(path, table, row);
        var article = Assert.IsType<ReadArticle>(Assert.Single(NelaDatabase.Read(path, Limit))).Article;
        Assert.Equal(("harbourpost", "Quay closed", "Words."), (article.Outlet, article.Title, article.Text));
        Assert.Equal(new DateTimeOffset(2025, 3, 4, 0, 0, 0, TimeSpan.Zero).Date, article.Published!.Value.Date);
    }

    [Fact]
    public void An_article_without_end_is_passed_over_and_the_next_is_read()
    {
        var readings = SemEvalReader.Read("a.xml", Stream($"<articles><article id=\"1\">{new string('x', 500)}<p>{new string('y', 600)}</p></article><article id=\"2\">Words.</article></articles>"), new Dictionary<string, SemEvalTruth>(), 1000).ToList();
        Assert.Contains("more than 1000 characters", Assert.IsType<BadInput>(readings[0]).Reason, StringComparison.Ordinal);
        Assert.Equal("Words.", Assert.IsType<ReadArticle>(readings[1]).Article.Text);
        var path = _folder.File("nela.db");
        Execute(path, "CREATE TABLE articles (date TEXT, source TEXT, name TEXT, content TEXT)", "INSERT INTO articles VALUES (20250304, 'a', 'b', hex(zeroblob(600))), ('2025-03-04', 'a', 'b', 'Words.')");
        var rows = NelaDatabase.Read(path, 1000).ToList();
        Assert.Contains("expected at most", Assert.IsType<BadInput>(rows[0]).Reason, StringComparison.Ordinal);
        Assert.Equal("Words.", Assert.IsType<ReadArticle>(rows[1]).Article.Text);
    }

    [Fact]
    public void A_file_that_is_no_nela_database_is_refused()
    {
        var other = _folder.File("other.db");
        Execute(other, "CREATE TABLE x (y)");
        Assert.Contains("newsdata", Assert.Throws<Refusal>(() => NelaDatabase.Read(other, Limit).ToList()).Message, StringComparison.Ordinal);
        Assert.Throws<Refusal>(() => NelaDatabase.Read(_folder.Write("no.db", "nothing of a database at all"), Limit).ToList());
    }

    [Fact]
    public void What_is_imported_can_be_read_again()
    {
        var run = new CliRunner(_folder);
        var imported = run.Run("import", "semeval", _folder.Write("a.xml", SemEval), "--truth", _folder.Write("t.xml", Truth));
        Assert.Equal(0, imported.ExitCode);
        Assert.Equal(2, imported.OutLines.Length);
        Assert.Contains("\"labels\":{\"hyperpartisan\":true,\"leaning\":\"left\"}", imported.OutLines[0], StringComparison.Ordinal);
        Assert.Contains("without text", imported.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.RunWith(imported.Out, "analyze", "-").OutLines.Length);
    }

    [Fact]
    public async Task A_feed_is_read_with_the_pages_that_it_links_to()
    {
        var page = string.Concat(Enumerable.Repeat("<p>The committee met on Monday and agreed on nothing at all, its chair said.</p>", 8));
        await using var site = new LoopbackSite();
        site.With("/feed", $"<rss><channel><title>Harbour</title><item><guid>1</guid><title>Quay closed</title><link>{site.Address("/1")}</link></item><item><guid>2</guid><link>{site.Address("/gone")}</link><description>Only a summary of it.</description></item></channel></rss>")
            .With("/1", $"<html><body><article>{page}</article></body></html>", "Content-Type: text/html\r\n").Open();
        var run = new CliRunner(_folder);
        Environment.SetEnvironmentVariable("RELIABILITY_FETCH__ALLOWEDHOSTS__0", "127.0.0.1");
        Environment.SetEnvironmentVariable("RELIABILITY_FETCH__HOSTDELAYSECONDS", "0");
        var imported = run.Run("import", "feed", site.Address("/feed").AbsoluteUri);
        Assert.Equal("", imported.Error);
        Assert.Equal(2, imported.OutLines.Length);
        Assert.Contains("\"title\":\"Quay closed\"", imported.OutLines[0], StringComparison.Ordinal);
        Assert.Contains("Only a summary", imported.OutLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_files_give_articles_or_reasons()
    {
        byte[][] seeds = [Encoding.UTF8.GetBytes(SemEval), "a,b,text\n1,2,\"x\"\"y\"\n"u8.ToArray(), "{\"text\": \"words\", \"date\": \"2025-01-01\"}\n{\"html\": \"<p>x</p>\"}"u8.ToArray()];
        Mutation.Check(seeds, bytes =>
        {
            Assert.All(SemEvalReader.Read("x", new MemoryStream(bytes), new Dictionary<string, SemEvalTruth>(), Limit), Assert.NotNull);
            Assert.All(CsvArticles.Read("x", new StreamReader(new MemoryStream(bytes)), 10_000, MappedFields.Common), Assert.NotNull);
            Assert.All(ArchiveLines.Read("x", new MemoryStream(bytes), 10_000, MappedFields.Common), Assert.NotNull);
        });
    }

    static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    static void Execute(string path, params string[] statements)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }
}
