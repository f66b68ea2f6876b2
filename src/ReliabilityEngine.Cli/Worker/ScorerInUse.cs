using Microsoft.Extensions.Logging;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>
/// The scorer of the models in use, which follows the registry: whoever asks before each article scores it by the models that were
/// promoted last. Safe for any number of threads.
/// </summary>
/// <param name="database">Its own connection, on which nobody else works.</param>
sealed partial class ScorerInUse(Database database, Instrument instrument, AdmiraltyScale scale, ILogger<ScorerInUse> log) : IDisposable
{
    readonly Lock _lock = new();
    readonly ModelStore _models = new(database, TimeProvider.System);
    IReadOnlyList<string> _versions = [];
    ArticleScorer? _scorer;

    public ArticleScorer Current()
    {
        lock (_lock)
        {
            var versions = _models.VersionsInUse();
            if (_scorer is null || !versions.SequenceEqual(_versions))
                Follow(versions);
            return _scorer!;
        }
    }

    /// <summary>The scorer of the models in use now.</summary>
    /// <param name="database">Null where there is none to promote models in: the shipped ones are in use then.</param>
    /// <param name="scale">Gives items their Admiralty number.</param>
    public static ArticleScorer Load(Database? database, Instrument instrument, AdmiraltyScale scale)
    {
        var inUse = database is null ? [] : InUse(new(database, TimeProvider.System));
        try
        {
            var models = inUse.Select(model => ModelFile.Read(model.Bytes, $"{model.Target} model {model.Version}"));
            return new(Engine.Load(models).With(scale), instrument) { Scale = scale };
        }
        catch (ModelException error)
        {
            throw new Refusal(error.Message, ExitCode.Failure);
        }
    }

    public void Dispose() => database.Dispose();

    static IEnumerable<StoredModel> InUse(ModelStore models)
    {
        models.AddShipped(ShippedModel.All);
        return models.VersionsInUse().Select(models.Get);
    }

    void Follow(IReadOnlyList<string> versions)
    {
        try
        {
            _scorer = Load(database, instrument, scale);
            foreach (var model in _scorer.Models)
                Telemetry.Models[model.Target] = model.Version;
            if (_versions.Count > 0)
                LogTaken(_scorer.Versions.Reliability, _scorer.Versions.Bias);
        }
        catch (Refusal refusal) when (_scorer is not null)
        {
            // Work goes on by the models at hand; those that cannot be read are asked for again when others are promoted.
            LogRefused(refusal.Message);
        }

        _versions = versions;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "scoring by reliability {Reliability}, bias {Bias} from now on")]
    partial void LogTaken(string reliability, string bias);

    [LoggerMessage(Level = LogLevel.Error, Message = "the models that were promoted cannot be used, scoring by the former ones: {Reason}")]
    partial void LogRefused(string reason);
}
