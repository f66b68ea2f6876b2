using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>The scorer of the models in use: those promoted in the database, the shipped ones otherwise.</summary>
static class ScorerInUse
{
    static readonly string[] AllTargets = [Targets.Reliability, Targets.Bias];

    /// <param name="database">Null where there is none to promote models in.</param>
    /// <param name="scale">Gives items their Admiralty number.</param>
    public static ArticleScorer Load(Database? database, Instrument instrument, AdmiraltyScale scale)
    {
        var promoted = database is null ? [] : AllTargets.Select(new ModelStore(database, TimeProvider.System).InUse).OfType<StoredModel>();
        try
        {
            var models = promoted.Select(model => ModelFile.Read(model.Bytes, $"{model.Target} model {model.Version}"));
            return new(Engine.Load(models).With(scale), instrument) { Scale = scale };
        }
        catch (ModelException error)
        {
            throw new Refusal(error.Message, ExitCode.Failure);
        }
    }
}
