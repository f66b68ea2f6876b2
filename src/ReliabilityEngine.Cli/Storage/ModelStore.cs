using Dapper;
using Microsoft.Data.Sqlite;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>Trained models with their cards; of those for a target one is in use, others are candidates or retired.</summary>
sealed class ModelStore(Database database, TimeProvider time)
{
    const string Columns =
        """
        version, target, state, origin, stored_at, length(bytes) AS size, card ->> '$.extractor' AS extractor,
        card ->> '$.evaluation.agreements[0].r' AS correlation, card ->> '$.evaluation.agreements[0].articles' AS articles
        """;

    readonly ModelTrialStore _trials = new(database);

    /// <summary>Adds a candidate; false where it is there already.</summary>
    public bool Add(NewModel model)
    {
        var added = false;
        database.InTransaction(transaction => added = Add(model, transaction));
        return added;
    }

    /// <summary>
    /// Adds the models that come with the program. A new one takes the place of one that came with an earlier program, or an empty
    /// place; never that of a model which somebody promoted.
    /// </summary>
    public void AddShipped(IEnumerable<ShippedModel> shipped)
    {
        var known = All().ToDictionary(model => model.Version, StringComparer.Ordinal);
        var inUse = known.Values.Where(model => model.IsInUse).ToDictionary(model => model.Target, StringComparer.Ordinal);
        foreach (var model in shipped.Where(model => !known.ContainsKey(model.Version) || !inUse.ContainsKey(model.Target)))
        {
            database.InTransaction(transaction =>
            {
                var isNew = Add(new(model.Version, model.Target, NewModel.Shipped, model.Bytes, model.Card, model.Trial), transaction);
                var former = inUse.GetValueOrDefault(model.Target);
                if (model.IsDefault && (former is null || (isNew && former.Origin == NewModel.Shipped)))
                    PutInUse(model.Version, new(Promotion.CameWithProgram, null, null, "reliability"), transaction);
            });
        }
    }

    public IReadOnlyList<RegisteredModel> All() =>
        [.. database.Connection.Query<RegisteredModel>(
            $"SELECT {Columns} FROM models ORDER BY target, state = 'in-use' DESC, stored_at DESC, version")];

    /// <summary>The one that a version, its first letters, or a target (for the one in use) stands for.</summary>
    public RegisteredModel Only(string reference) =>
        All().Where(model => model.Version.StartsWith(reference, StringComparison.OrdinalIgnoreCase) || (model.IsInUse && model.Target == reference)).ToList() switch
        {
            [var model] => model,
            [] => throw new Refusal($"{reference}: no such model in {database.Path}, expected one of `reliability models list`"),
            var several => throw new Refusal($"{reference}: several models, expected one of {string.Join(", ", several.Select(model => model.Version))}"),
        };

    public StoredModel Get(string version) => Checked(
        database.Connection.QuerySingle<StoredModel>("SELECT version, target, bytes, card FROM models WHERE version = @version", new { version }));

    /// <summary>The model in use for a target; null where there is none.</summary>
    public StoredModel? InUse(string target) =>
        database.Connection.QuerySingleOrDefault<StoredModel>(
            "SELECT version, target, bytes, card FROM models WHERE target = @target AND state = 'in-use'", new { target }) is { } model ? Checked(model) : null;

    /// <summary>Versions of the models in use, in the order of their targets.</summary>
    public IReadOnlyList<string> VersionsInUse() =>
        [.. database.Connection.Query<string>("SELECT version FROM models WHERE state = 'in-use' ORDER BY target")];

    public ModelTrial TrialOf(string version) => _trials.Find(version);

    public void AddTrialScores(string version, IEnumerable<TrialScore> scores) =>
        database.InTransaction(transaction => _trials.Add(version, scores, transaction));

    /// <summary>Puts a model in use, retires the one that was, and notes who did it and why.</summary>
    public void PutInUse(string version, Promotion promotion) => database.InTransaction(transaction => PutInUse(version, promotion, transaction));

    /// <summary>The model that was in use before one was promoted; null where there was none.</summary>
    public string? FormerOf(string version) =>
        database.Connection.ExecuteScalar<string?>(
            "SELECT former FROM promotions WHERE version = @version AND step <> @back ORDER BY key DESC LIMIT 1", new { version, back = Promotion.RolledBack });

    /// <summary>The changes of the model in use for a target, the first one first.</summary>
    public IReadOnlyList<PastPromotion> History(string target) =>
        [.. database.Connection.Query<PastPromotion>(
            "SELECT version, former, step, objection, why, who, at FROM promotions WHERE target = @target ORDER BY key", new { target })];

    bool Add(NewModel model, SqliteTransaction transaction)
    {
        var added = database.Connection.Execute(
            """
            INSERT INTO models (version, target, state, origin, bytes, card, stored_at)
            VALUES (@Version, @Target, 'candidate', @Origin, @Bytes, @Card, @now) ON CONFLICT (version) DO NOTHING
            """,
            new { model.Version, model.Target, model.Origin, model.Bytes, model.Card, now = Timestamps.Write(time.GetUtcNow()) }, transaction) > 0;
        _trials.Add(model.Version, model.Trial.Scores, transaction);
        return added;
    }

    void PutInUse(string version, Promotion promotion, SqliteTransaction transaction)
    {
        database.Connection.Execute(
            """
            INSERT INTO promotions (target, version, former, step, objection, why, who, at)
            SELECT target, version, (SELECT version FROM models o WHERE o.target = m.target AND o.state = 'in-use'), @Step, @Objection, @Why, @Who, @now
            FROM models m WHERE version = @version
            """,
            new { version, promotion.Step, promotion.Objection, promotion.Why, promotion.Who, now = Timestamps.Write(time.GetUtcNow()) }, transaction);
        database.Connection.Execute(
            """
            UPDATE models SET state = 'retired'
            WHERE state = 'in-use' AND version <> @version AND target = (SELECT target FROM models WHERE version = @version)
            """,
            new { version }, transaction);
        database.Connection.Execute("UPDATE models SET state = 'in-use' WHERE version = @version", new { version }, transaction);
    }

    /// <summary>Nothing of a model is read before its bytes are known to be those that were registered.</summary>
    StoredModel Checked(StoredModel model) => ModelFile.VersionOf(model.Bytes) is var found && found == model.Version
        ? model
        : throw new Refusal($"{database.Path}: {model.Target} model {model.Version}: its SHA-256 begins with {found}, expected {model.Version}: cut or damaged; restore it with `reliability models import`", ExitCode.Failure);
}
