using Dapper;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Features;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Cli.Tests.Storage;

public sealed class ArchiveTests : IDisposable
{
    static readonly ScoreVersions Versions = new(Extractor.Version, "model-1", "model-b");
    static readonly Dictionary<string, string> NoLabels = [];

    readonly TemporaryFolder _folder = new();
    readonly Database _database;
    readonly Archive _archive;

    public ArchiveTests()
    {
        _database = Database.OpenOrCreate(_folder.File("test.db"));
        _archive = new(_database, OutletNames.Default, TimeProvider.System);
    }

    [Fact]
    public void A_score_comes_back_as_it_was_stored()
    {
        var score = Some.Score();
        Store(Some.Article(), score);

        var stored = _archive.Scores.Get(_archive.FindScore(Some.Article(), Versions)!.Value);

        Assert.Equal(score.Reliability, stored.Reliability);
        Assert.Equal(score.Bias, stored.Bias);
        Assert.Equal(score.Models, stored.Models);
        Assert.Equal<string>(score.Warnings, stored.Warnings);
        Assert.Equal(
            score.Contributions.Select(c => (c.Target, c.Feature, c.Value, c.Points, c.Words)),
            stored.Contributions.Select(c => (c.Target, c.Feature, c.Value, c.Points, c.Words)));
        Assert.Equal<TextSpan>([new(12, 17)], stored.Contributions[1].Evidence);
    }

    [Fact]
    public void An_article_that_cannot_be_judged_is_stored_without_a_number()
    {
        Store(Some.Article(), Some.Score() with { Reliability = Ratings.TargetScore.NotJudged, Contributions = [] });

        Assert.Null(_archive.Scores.Get(_archive.FindScore(Some.Article(), Versions)!.Value).Reliability.Score);
    }

    [Fact]
    public void An_article_comes_back_as_it_was_stored()
    {
        var article = Some.Article() with { Byline = "Ada Quill", Url = "https://harbour.example/1", Links = ["https://quay.example/"] };
        Store(article, Some.Score());

        var stored = Assert.Single(_archive.Articles.Find("quay"));

        Assert.Equal("the harbour post/quay", stored.Reference);
        Assert.Equal(article with { Links = [] }, stored.Article with { Links = [] });
        Assert.Equal<string>(article.Links, stored.Article.Links);
    }

    [Fact]
    public void The_measurements_come_back_as_they_were_stored()
    {
        var (analysis, vector) = Some.Measured(Some.Article());
        _archive.Store(analysis, vector, Some.Score(), NoLabels);

        var key = Assert.Single(_archive.Articles.Find("quay")).Key;

        Assert.Equal<double>(vector.Values, new MeasurementTable(_database).Find(key, Extractor.Version)!.Features.Values);
    }

    [Fact]
    public void Another_text_or_another_version_has_no_score()
    {
        Store(Some.Article(), Some.Score());

        Assert.NotNull(_archive.FindScore(Some.Article(), Versions));
        Assert.Null(_archive.FindScore(Some.Article(text: Some.Text + " More."), Versions));
        Assert.Null(_archive.FindScore(Some.Article(outlet: "The Other Post"), Versions));
        Assert.Null(_archive.FindScore(Some.Article(), Versions with { Reliability = "model-2" }));
        Assert.Null(_archive.FindScore(Some.Article(), Versions with { Extractor = "older" }));
    }

    [Fact]
    public void Storing_twice_stores_once()
    {
        Store(Some.Article(), Some.Score());
        Store(Some.Article(), Some.Score(reliability: 50));

        Assert.Equal(1, Count("articles"));
        Assert.Equal(1, Count("scores"));
        Assert.Equal(3, Count("contributions"));
    }

    [Fact]
    public void Nothing_is_left_of_an_article_that_could_not_be_stored_whole()
    {
        var (analysis, vector) = Some.Measured(Some.Article());

        // Labels come last in the transaction.
        Assert.ThrowsAny<Exception>(() => _archive.Store(analysis, vector, Some.Score(), new Dictionary<string, string> { ["bias"] = null! }));

        foreach (var table in (string[])["articles", "measurements", "evidence", "scores", "contributions", "labels", "evidence_names"])
            Assert.Equal(0, Count(table));
        Store(Some.Article(), Some.Score());
        Assert.Equal(1, Count("articles"));
    }

    [Fact]
    public void With_an_article_goes_all_that_hangs_on_it()
    {
        Store(Some.Article(), Some.Score());

        _archive.Delete([_archive.Articles.Find("quay")[0].Key]);

        foreach (var table in (string[])["articles", "measurements", "evidence", "scores", "contributions"])
            Assert.Equal(0, Count(table));
    }

    [Fact]
    public void An_id_of_two_outlets_needs_the_outlet()
    {
        Store(Some.Article(outlet: "The Harbour Post"), Some.Score());
        Store(Some.Article(outlet: "The Other Post"), Some.Score());

        Assert.Equal(2, _archive.Articles.Find("quay").Count);
        Assert.Equal("the other post", Assert.Single(_archive.Articles.Find("The Other Post/quay")).Outlet);
    }

    [Fact]
    public void Every_feature_has_a_column()
    {
        Assert.NotEmpty(FeatureSet.All);
        var columns = _database.Connection.Query<string>("SELECT name FROM pragma_table_info('measurements')").ToHashSet();
        Assert.All(FeatureSet.All, feature => Assert.Contains(feature.Name, columns));
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    void Store(Article article, Ratings.ArticleScore score)
    {
        var (analysis, vector) = Some.Measured(article);
        _archive.Store(analysis, vector, score, NoLabels);
    }

    long Count(string table) => _database.Connection.ExecuteScalar<long>($"SELECT count(*) FROM {table}");
}
