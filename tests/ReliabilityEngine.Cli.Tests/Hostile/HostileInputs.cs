using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Ingestion.Feeds;
using ReliabilityEngine.Cli.Ingestion.Fetching;
using ReliabilityEngine.Cli.Ingestion.Importing;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Cli.Tests.Hostile;

/// <summary>Every parser that pages and feeds have no tests of their own for, and the analyzer: an answer or a refusal, whatever comes in.</summary>
public sealed class HostileInputs
{
    const int Limit = 1 << 16;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static byte[][] Samples => Files(["data", "samples"], "*.json");

    [Fact]
    public void Damaged_lines_and_objects_give_articles_or_reasons() => Mutation.Check(Samples, bytes =>
    {
        Assert.All(JsonLinesReader.Read("x", new MemoryStream(bytes), Limit), Holds);
        Assert.All(JsonFileReader.Read("x", bytes, Limit), Holds);
    });

    [Fact]
    public void Damaged_text_gives_an_article_or_a_reason() =>
        Mutation.Check([.. Samples, [0xff, 0xfe, 65, 0, 10, 0, 0, 0], "# Title\n\nBy Ada Quill\n\nThe board met."u8.ToArray()], bytes => Holds(PlainTextReader.Read("x", bytes)));

    [Fact]
    public void Damaged_records_give_articles_or_reasons() => Mutation.Check(
        ["{\"text\": \"one\\u0000two\", \"date\": 1700000000}\n{\"html\": \"<p>The board met on Monday and agreed.</p>\", \"url\": \"https://a.example/\"}"u8.ToArray(), "id,text,outlet\n1,\"a \"\"b\"\"\",x\n"u8.ToArray()],
        bytes =>
        {
            Assert.All(ArchiveLines.Read("x", new MemoryStream(bytes), Limit, MappedFields.Common), Holds);
            Assert.All(CsvArticles.Read("x", new StreamReader(new MemoryStream(bytes)), Limit, MappedFields.Common), Holds);
        });

    [Fact]
    public void Damaged_robots_files_are_rules() => Mutation.Check(
        ["User-agent: *\nDisallow: /private/*.html$\nAllow: /\nCrawl-delay: 2.5\nSitemap: https://a.example/s.xml"u8.ToArray(), "User-agent: a\nUser-agent: ReliabilityEngine\nDisallow:\n"u8.ToArray()],
        bytes =>
        {
            var rules = RobotsRules.Parse(bytes, "ReliabilityEngine");
            Assert.True(rules.Allows("/robots.txt"));
            rules.Allows("/private/aaaaaaaaaaaaaaaaaaaaaaaa.html?x=1");
            Assert.True(rules.Delay is null || rules.Delay >= TimeSpan.Zero);
        });

    [Fact]
    public void Damaged_dates_are_dates_or_unknown() => Mutation.Check(
        [.. ((string[])["2025-03-04T05:06:07Z", "Tue, 04 Mar 2025 10:00:00 GMT", "4 Mar 25 10:00 EST", "2025-12-01", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"]).Select(Encoding.UTF8.GetBytes)],
        bytes =>
        {
            var text = Encoding.Latin1.GetString(bytes);
            Assert.True(Dates.Parse(text) is null || Dates.Parse(text)!.Value.Offset == TimeSpan.Zero);
            Assert.True(FeedDates.Parse(text) is null || FeedDates.Parse(text)!.Value.Offset == TimeSpan.Zero);
        });

    [Fact]
    public void Damaged_lexicons_and_likelihoods_are_read_or_refused_with_their_line() => Mutation.Check(
        [.. Files(["data", "lexicons"], "hedges.txt"), .. Files(["data", "likelihood"], "*.tsv")],
        bytes =>
        {
            var text = Encoding.UTF8.GetString(bytes);
            Refuses<FormatException>(() => LexiconLibrary.BuiltIn.With([new("hedges.txt", text)]), "hedges.txt");
            Refuses<FormatException>(() => LikelihoodTable.Read(new StringReader(text), "x.tsv"), "x.tsv");
        }, part: 4);

    [Fact]
    public void Damaged_recipes_are_read_or_refused() => Mutation.Check(
        Files(["models"], "*.recipe.json"), bytes => Refuses<TrainingException>(() => RecipeFile.Parse(Encoding.UTF8.GetString(bytes), "x.json"), "x.json"));

    /// <summary>Their checksum is looked at before anything in them is believed.</summary>
    [Fact]
    public void Damaged_models_are_refused()
    {
        var whole = File.ReadAllBytes(Repository.PathOf("models", "reliability.model"));
        byte[] head = [.. whole[..4096]];
        Mutation.Check([head], bytes => Assert.Throws<ModelException>(() => ModelFile.Read(bytes, "x")), part: 10);
        foreach (var at in (int[])[0, 4, 40, whole.Length / 2, whole.Length - 1])
        {
            byte[] changed = [.. whole];
            changed[at] ^= 1;
            Assert.Throws<ModelException>(() => ModelFile.Read(changed, "x"));
        }
    }

    [Fact]
    public void Damaged_databases_of_others_give_articles_or_a_refusal()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("nela.db");
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE newsdata (id TEXT, source TEXT, title TEXT, content TEXT, published_utc INTEGER); INSERT INTO newsdata VALUES ('1', 'a', 't', 'The board met.', 1700000000);";
            command.ExecuteNonQuery();
        }

        Mutation.Check([File.ReadAllBytes(path)], bytes =>
        {
            File.WriteAllBytes(path, bytes);
            try
            {
                Assert.All(NelaDatabase.Read(path, Limit), Holds);
            }
            catch (Refusal refusal)
            {
                Assert.Contains("nela.db", refusal.Message, StringComparison.Ordinal);
            }
        }, part: 4);
    }

    [Fact]
    public void The_analyzer_finds_its_way_through_any_text() => Mutation.Check(
        [.. Samples.Select(sample => JsonDocument.Parse(sample).RootElement.GetProperty("text").GetString()!).SelectMany(text => text.Split("\n\n").Chunk(3)).Select(part => Encoding.UTF8.GetBytes(string.Join("\n\n", part)))],
        bytes =>
        {
            var (analysis, vector) = Some.Measured(Some.Article(text: Encoding.UTF8.GetString(bytes)));
            Assert.All(SpansOf(analysis), span => Assert.InRange(span.Start, 0, span.End));
            Assert.All(SpansOf(analysis), span => Assert.InRange(span.End, span.Start, analysis.Article.Text.Length));
            using var output = new MemoryStream();
            new JsonPrinter<AnalysisReport>(output, asArray: false, AnalysisJson.Write).Print(new(analysis, vector, Extractor.Version, WithText: true));
            using var json = JsonDocument.Parse(output.ToArray());
        });

    static IEnumerable<TextSpan> SpansOf(ArticleAnalysis analysis) =>
        FeatureSet.All.SelectMany(feature => feature.Evidence(analysis)).Concat(analysis.Document.Sentences.Select(sentence => sentence.Span)).Concat(analysis.Speculations.Select(item => item.Span));

    /// <summary>Null characters are cut off by the database, and half of a pair is no text.</summary>
    static void Holds(Reading reading)
    {
        if (reading is BadInput bad)
        {
            Assert.NotEmpty(bad.Reason);
            return;
        }

        var article = Assert.IsType<ReadArticle>(reading).Article;
        foreach (var field in (string?[])[article.Id, article.Outlet, article.Title, article.Byline, article.Url, article.Text])
            Assert.True(field is null || (!field.Contains('\0') && Strict.GetByteCount(field) >= 0), field);
        Assert.NotEmpty(article.Id);
        Assert.NotEmpty(article.Outlet);
    }

    static void Refuses<TRefusal>(Func<object> read, string place)
        where TRefusal : Exception
    {
        try
        {
            Assert.NotNull(read());
        }
        catch (TRefusal refusal)
        {
            Assert.Contains(place, refusal.Message, StringComparison.Ordinal);
        }
    }

    static byte[][] Files(string[] folder, string pattern) => [.. Directory.GetFiles(Repository.PathOf(folder), pattern).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
}
