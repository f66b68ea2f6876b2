using System.CommandLine;
using ReliabilityEngine.Learning.Cards;

namespace ReliabilityEngine.Cli.Commands.Models;

/// <summary>Registers a model from files.</summary>
sealed class ModelsImportCommand : Verb
{
    readonly RegistryFeature _registry;
    readonly Argument<string> _file = new("file") { Description = "The .model file; its card, trial and hashes stand beside it." };

    public ModelsImportCommand()
        : base("import", "Register a model from files as a candidate, if they are as they were written.", "reliability models import /srv/models/reliability-1f2e3d4c5b6a.model")
    {
        Add(_file);
        _registry = new(this);
        Run(call => _registry.With(call, (registry, database) =>
        {
            var model = registry.Import(ModelPackage.Read(call.Value(_file)!));
            call.Terminal.Out.WriteLine($"{model.Version}: {model.State} for {model.Target} in {database.Path}");
            return ExitCode.Done;
        }));
    }
}
