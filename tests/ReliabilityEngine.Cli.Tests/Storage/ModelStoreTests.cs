using Dapper;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Cli.Tests.Storage;

public sealed class ModelStoreTests : IDisposable
{
    static readonly Promotion ByHand = new(Promotion.Promoted, null, null, "ada@quay");

    readonly TemporaryFolder _folder = new();
    readonly Database _database;
    readonly ModelStore _models;

    public ModelStoreTests()
    {
        _database = Database.OpenOrCreate(_folder.File("test.db"));
        _models = new(_database, TimeProvider.System);
    }

    [Fact]
    public void Only_one_model_a_target_is_in_use_and_the_steps_to_it_are_kept()
    {
        var (first, second) = (Add(1), Add(2));
        Assert.Null(_models.InUse("reliability"));

        _models.PutInUse(first, ByHand);
        _models.PutInUse(second, ByHand with { Objection = "it loses", Why = "we know better" });

        Assert.Equal(second, _models.InUse("reliability")!.Version);
        Assert.Equal("retired", _models.Only(first).State);
        Assert.Equal(first, _models.FormerOf(second));
        Assert.Null(_models.FormerOf(first));
        var last = _models.History("reliability")[^1];
        Assert.Equal((second, first, "it loses", "we know better", "ada@quay"), (last.Version, last.Former, last.Objection, last.Why, last.Who));
    }

    [Fact]
    public void Going_back_twice_goes_back_two_steps()
    {
        string[] versions = [Add(1), Add(2), Add(3)];
        foreach (var version in versions)
            _models.PutInUse(version, ByHand);

        _models.PutInUse(_models.FormerOf(versions[2])!, ByHand with { Step = Promotion.RolledBack });

        Assert.Equal(versions[1], _models.InUse("reliability")!.Version);
        Assert.Equal(versions[0], _models.FormerOf(versions[1]));
    }

    [Fact]
    public void A_shipped_model_takes_the_place_of_an_older_shipped_one_and_of_no_other()
    {
        var (old, newer, newest) = (Shipped(1), Shipped(2), Shipped(3));
        _models.AddShipped([old]);
        Assert.Equal(old.Version, _models.InUse("reliability")!.Version);

        _models.AddShipped([newer]);
        Assert.Equal(newer.Version, _models.InUse("reliability")!.Version);
        _models.PutInUse(old.Version, ByHand);
        _models.AddShipped([newer]);
        Assert.Equal(old.Version, _models.InUse("reliability")!.Version);

        _models.PutInUse(Add(4), ByHand);
        _models.AddShipped([newest]);
        Assert.NotEqual(newest.Version, _models.InUse("reliability")!.Version);
        Assert.Equal("candidate", _models.Only(newest.Version).State);
    }

    [Fact]
    public void A_model_that_was_changed_in_the_database_is_not_read()
    {
        var version = Add(1);
        _database.Connection.Execute("UPDATE models SET bytes = x'02'");

        var message = Assert.Throws<Refusal>(() => _models.Get(version)).Message;

        Assert.Contains(version, message, StringComparison.Ordinal);
        Assert.Contains(ModelFile.VersionOf([2]), message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trial_comes_back_and_a_label_that_was_missing_comes_to_it()
    {
        var version = Add(1);
        _models.AddTrialScores(version, [new("article", "the harbour post", 50, null)]);
        _models.AddTrialScores(version, [new("article", "the harbour post", 60, 70)]);

        Assert.Equal<TrialScore>([new("article", "the harbour post", 50, 70)], _models.TrialOf(version).Scores);
    }

    [Fact]
    public void Models_are_found_by_the_first_letters_of_their_version_and_by_their_target()
    {
        var version = Add(1);
        _models.PutInUse(version, ByHand);

        Assert.Equal(version, _models.Only(version[..5]).Version);
        Assert.Equal(version, _models.Only("reliability").Version);
        Assert.Throws<Refusal>(() => _models.Only("bias"));
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    string Add(byte content)
    {
        var version = ModelFile.VersionOf([content]);
        Assert.True(_models.Add(new(version, "reliability", NewModel.Trained, [content], "{}", ModelTrial.None)));
        return version;
    }

    static ShippedModel Shipped(byte content) => new("reliability", "reliability", [content, content], "{}", ModelTrial.None);
}
