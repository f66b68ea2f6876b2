using Dapper;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Storage;

public sealed class RevisionTests : IDisposable
{
    const string Corrected = Some.Text + " Correction: the work will take one year.";

    static readonly ScoreVersions Versions = new(Extractor.Version, "model-1", "model-b");

    readonly TemporaryFolder _folder = new();
    readonly Database _database;
    readonly Archive _archive;

    public RevisionTests()
    {
        _database = Database.OpenOrCreate(_folder.File("test.db"));
        _archive = new(_database, OutletNames.Default, TimeProvider.System);
    }

    [Fact]
    public void A_changed_text_is_kept_beside_the_first_with_the_scores_of_both()
    {
        Store(Some.Article(), reliability: 70);
        Store(Some.Article(text: Corrected), reliability: 60);

        var stored = Assert.Single(_archive.Articles.Find("quay"));
        Assert.Equal(Corrected, stored.Article.Text);
        Assert.Equal([1, 2], _archive.Articles.Revisions(stored.Key).Select(revision => revision.Number));
        Assert.Equal([70.0, 60], _archive.Scores.History(stored.Key).Select(score => score.Reliability!.Value));
        Assert.Equal(60, Assert.Single(new ScoreQuery(_database).Latest(new(null, null, null))).Reliability);
    }

    [Fact]
    public void A_former_text_come_in_again_stands_again()
    {
        Store(Some.Article(), reliability: 70);
        Store(Some.Article(text: Corrected), reliability: 60);
        Store(Some.Article(), reliability: 70);

        var stored = Assert.Single(_archive.Articles.Find("quay"));
        Assert.Equal(Some.Text, stored.Article.Text);
        Assert.Equal(3, _archive.Articles.Revisions(stored.Key).Count);
        Assert.Equal(70, _archive.Scores.Get(_archive.Scores.Latest(stored.Key)!.Value).Reliability.Score);
    }

    [Fact]
    public void A_score_made_again_of_a_text_that_changed_meanwhile_stores_nothing()
    {
        Store(Some.Article(), reliability: 70);
        var (analysis, vector) = Some.Measured(_archive.Articles.Find("quay")[0].Article);
        Store(Some.Article(text: Corrected), reliability: 60);

        _archive.StoreAgain(analysis, vector, Some.Score(50, "model-2"));

        var stored = Assert.Single(_archive.Articles.Find("quay"));
        Assert.Equal(Corrected, stored.Article.Text);
        Assert.Equal([70.0, 60], _archive.Scores.History(stored.Key).Select(score => score.Reliability!.Value));
    }

    [Fact]
    public void A_score_of_a_former_text_is_kept_and_points_at_no_place_in_the_newest()
    {
        Store(Some.Article(), reliability: 70);
        Store(Some.Article(text: Corrected), reliability: 60);

        Assert.Null(_archive.FindScore(Some.Article(), Versions));
        var former = _archive.Scores.Get(_archive.Scores.History(Assert.Single(_archive.Articles.Find("quay")).Key)[0].Key);

        Assert.Equal(70, former.Reliability.Score);
        Assert.NotEmpty(former.Contributions);
        Assert.All(former.Contributions, contribution => Assert.Empty(contribution.Evidence));
        var newest = _archive.Scores.Get(_archive.FindScore(Some.Article(text: Corrected), Versions)!.Value);
        Assert.Contains(newest.Contributions, contribution => !contribution.Evidence.IsEmpty);
    }

    [Fact]
    public void The_same_text_keeps_the_time_of_its_first_storing()
    {
        Store(Some.Article(), reliability: 70);
        _database.Connection.Execute("UPDATE articles SET stored_at = '2025-01-01T00:00:00Z'");

        Store(Some.Article() with { Byline = "Ada Quill" }, reliability: 70);

        var stored = Assert.Single(_archive.Articles.Find("quay"));
        Assert.Equal("Ada Quill", stored.Article.Byline);
        Assert.Equal(2025, Assert.Single(_archive.Articles.Revisions(stored.Key)).StoredAt.Year);
    }

    [Fact]
    public void A_database_of_before_shows_each_article_by_its_newest_score()
    {
        Store(Some.Article(), reliability: 70);
        Store(Some.Article(), reliability: 50, model: "model-2");
        using (var old = _database.Connection.BeginTransaction())
        {
            _database.Connection.Execute(
                """
                DROP VIEW latest_scores; DROP INDEX articles_by_score; UPDATE articles SET score = NULL;
                ALTER TABLE articles DROP COLUMN score; ALTER TABLE articles DROP COLUMN is_partial;
                ALTER TABLE scores DROP COLUMN kept_at; ALTER TABLE measurements DROP COLUMN rests_on_one_unnamed;
                ALTER TABLE models DROP COLUMN origin; DROP TABLE model_scores; DROP TABLE promotions;
                CREATE VIEW latest_scores AS SELECT * FROM scores WHERE key IN (SELECT max(key) FROM scores GROUP BY article);
                DELETE FROM migrations WHERE name LIKE 'm006%'
                """, transaction: old);
            old.Commit();
        }

        using var migrated = Database.OpenExisting(_database.Path);

        Assert.Equal(50, Assert.Single(new ScoreQuery(migrated).Latest(new(null, null, null))).Reliability);
        Assert.Null(new MeasurementTable(migrated).Find(_archive.Articles.Find("quay")[0].Key, Extractor.Version));
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    void Store(Article article, double reliability, string model = "model-1")
    {
        var (analysis, vector) = Some.Measured(article);
        _archive.Store(analysis, vector, Some.Score(reliability, model), new Dictionary<string, string>());
    }
}
