using System.Collections.Immutable;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Web;

/// <summary>A number that stands so and so at the moment.</summary>
sealed record StateGauge(string Name, string Help, double Value, ImmutableArray<KeyValuePair<string, object?>> Labels)
{
    const string Prefix = "reliability_";

    public static IEnumerable<StateGauge> Of(QueueWatch queue)
    {
        yield return new($"{Prefix}queue_depth", "Articles that wait to be scored.", queue.Depth(), []);
        yield return new($"{Prefix}quarantine_depth", "Articles that were set aside.", queue.SetAside(), []);
        foreach (var (target, version) in Telemetry.Models)
            yield return new($"{Prefix}model_info", "The models in use, by target and version.", 1, [new("target", target), new("version", version)]);
        foreach (var (target, index) in Telemetry.Drifts)
        {
            if (index is { } value)
                yield return new($"{Prefix}drift_index", "How far scores lie from those of training: the population stability index.", value, [new("target", target)]);
        }
    }
}
