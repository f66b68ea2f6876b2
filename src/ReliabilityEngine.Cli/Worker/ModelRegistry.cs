using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Learning.Cards;
using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>The models of a database: those that come with the program stand in it from the start, and a candidate is compared before it takes a place.</summary>
sealed class ModelRegistry
{
    readonly PromotionGate _gate;

    public ModelRegistry(Database database, PromotionGate gate, TimeProvider time)
    {
        (_gate, Models) = (gate, new(database, time));
        Models.AddShipped(ShippedModel.All);
    }

    public ModelStore Models { get; }

    static string Whoever => $"{Environment.UserName}@{Environment.MachineName}";

    /// <summary>Adds what was trained as a candidate, and what the model in use says of the same articles, to compare the two by.</summary>
    public RegisteredModel AddTrained(TrainingRun run, CancellationToken cancellation)
    {
        Models.Add(new(run.Model.Version, run.Model.Target, NewModel.Trained, run.Bytes, ModelCard.Of(run).ToJson(), run.Trial));
        if (Models.InUse(run.Model.Target) is { } current && current.Version != run.Model.Version && Readable(current) is { } model)
            Models.AddTrialScores(current.Version, ModelTrial.OfAnother(model, Models.TrialOf(current.Version), run, cancellation));
        return Models.Only(run.Model.Version);
    }

    public RegisteredModel Import(ModelPackage package)
    {
        var model = ModelFile.Read(package.Model, "the model");
        Models.Add(new(model.Version, model.Target, NewModel.Imported, package.Model, package.Card, package.Trial));
        return Models.Only(model.Version);
    }

    public ModelPackage Export(RegisteredModel model)
    {
        var stored = Models.Get(model.Version);
        return new(stored.Bytes, stored.Card, Models.TrialOf(model.Version));
    }

    /// <summary>How a candidate does beside the model in use, and whether it may take its place.</summary>
    public GateVerdict Judge(RegisteredModel candidate)
    {
        Read(Models.Get(candidate.Version));
        var current = Models.InUse(candidate.Target);
        // Where nothing is in use, or nothing that can be, there is nothing to lose.
        return current is null || Readable(current) is null
            ? new(0, 0, null, null)
            : _gate.Judge(Models.TrialOf(current.Version), Models.TrialOf(candidate.Version));
    }

    /// <param name="why">Asked for where the verdict is against it.</param>
    public void Promote(RegisteredModel candidate, GateVerdict verdict, string? why) =>
        Models.PutInUse(candidate.Version, new(Promotion.Promoted, verdict.Objection, why, Whoever));

    /// <summary>Puts the model back in use that was there before the present one was promoted.</summary>
    public RegisteredModel RollBack(string target, string? why)
    {
        var current = Models.All().FirstOrDefault(model => model.IsInUse && model.Target == target)
            ?? throw new Refusal($"{target}: no model in use");
        var former = Models.FormerOf(current.Version)
            ?? throw new Refusal($"{target}: model {current.Version} was the first in use; there is none to go back to");
        Read(Models.Get(former));
        Models.PutInUse(former, new(Promotion.RolledBack, null, why, Whoever));
        return Models.Only(former);
    }

    static Model Read(StoredModel model) => ModelFile.Read(model.Bytes, $"{model.Target} model {model.Version}");

    static Model? Readable(StoredModel model)
    {
        try
        {
            return Read(model);
        }
        catch (ModelException)
        {
            return null;
        }
    }
}
