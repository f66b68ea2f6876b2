using System.CommandLine;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Worker;
using ReliabilityEngine.Learning;

namespace ReliabilityEngine.Cli.Commands.Models;

/// <summary>The registry that a command works on.</summary>
sealed class RegistryFeature(Command command)
{
    readonly DatabaseFeature _database = new(command);

    /// <summary>An argument that names a model of the registry.</summary>
    public static Argument<string> Model(string name) => new(name)
    {
        Description = "A model's version or its first letters; a target, such as reliability, for the one in use.",
    };

    /// <summary>Does something with the registry; what is wrong with a model becomes a message.</summary>
    public Task<int> With(Call call, Func<ModelRegistry, Database, int> work) =>
        With(call, (registry, database) => Task.FromResult(work(registry, database)));

    /// <summary>Does something with the registry; what is wrong with a model becomes a message.</summary>
    public async Task<int> With(Call call, Func<ModelRegistry, Database, Task<int>> work)
    {
        using var database = _database.OpenOrCreate(call);
        try
        {
            return await work(new(database, call.Options.Promotion, TimeProvider.System), database);
        }
        catch (ModelException error)
        {
            throw new Refusal(error.Message);
        }
    }
}
