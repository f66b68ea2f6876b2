using Dapper;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Cli.Worker;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Tests.Storage;

public sealed class RetentionTests : IDisposable
{
    static readonly DateTimeOffset Spring = new(2025, 3, 4, 5, 6, 7, TimeSpan.Zero);

    readonly TemporaryFolder _folder = new();
    readonly Database _database;

    public RetentionTests() => _database = Database.OpenOrCreate(_folder.File("test.db"));

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Texts_go_and_all_that_was_made_of_them_stays()
    {
        Store(Spring, "old", Some.Text);
        Store(Spring.AddDays(1), "old", Some.Text + " It rained.");
        Store(Spring.AddDays(80), "new", Some.Text);
        Assert.Equal(1, new Retention(_database, new Clock(Spring.AddDays(100))).DropTexts(TimeSpan.FromDays(90), CancellationToken.None));

        var archive = Archive(Spring);
        var (old, young) = (archive.Articles.Only("old"), archive.Articles.Only("new"));
        Assert.Equal(("", Spring.AddDays(100)), (old.Article.Text, old.TextDropped));
        Assert.Equal("North quay to close", old.Article.Title);
        Assert.Equal((Some.Text, null), (young.Article.Text, young.TextDropped));
        Assert.Equal("", _database.Connection.ExecuteScalar<string>("SELECT text FROM revisions"));
        Assert.Equal(0, _database.Connection.ExecuteScalar<int>("SELECT count(*) FROM evidence WHERE article = @Key", new { old.Key }));
        var score = archive.Scores.Get(archive.Scores.Latest(old.Key)!.Value);
        Assert.Equal(3, score.Contributions.Length);
        Assert.NotNull(new MeasurementTable(_database).Find(old.Key, Extractor.Version));
        Assert.Equal(2, _database.Connection.ExecuteScalar<int>("SELECT count(*) FROM sketches"));
    }

    [Fact]
    public void A_text_that_comes_again_is_kept_again()
    {
        Store(Spring, "old", Some.Text);
        new Retention(_database, new Clock(Spring.AddDays(100))).DropTexts(TimeSpan.FromDays(90), CancellationToken.None);
        Store(Spring.AddDays(101), "old", Some.Text + " It rained.");
        Assert.Null(Archive(Spring).Articles.Only("old").TextDropped);
        Assert.Equal(0, new Retention(_database, new Clock(Spring.AddDays(102))).DropTexts(TimeSpan.FromDays(90), CancellationToken.None));
    }

    [Fact]
    public void Scores_far_from_training_are_drift_once_there_are_enough()
    {
        var models = Engine.Load().Models.ToList();
        var version = models.Single(model => model.Target == Targets.Reliability).Version;
        for (var i = 0; i < 30; i++)
            Store(Spring, $"{i}", Some.Text, Some.Score(reliability: 3, model: version));
        Assert.Equal(DriftState.Drifted, StateOf(fewest: 30));
        Assert.Equal(DriftState.Unknown, StateOf(fewest: 31));

        DriftState StateOf(int fewest) =>
            new DriftWatch(_database, models, Spring.AddDays(-1), fewest).Findings().Single(finding => finding is { Kind: "score", Name: Targets.Reliability }).State;
    }

    void Store(DateTimeOffset now, string id, string text, ArticleScore? score = null)
    {
        var (analysis, vector) = Some.Measured(Some.Article(id, text: text));
        Archive(now).Store(analysis, vector, score ?? Some.Score(), new Dictionary<string, string>());
    }

    Archive Archive(DateTimeOffset now) => new(_database, OutletNames.Default, new Clock(now));

    sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
