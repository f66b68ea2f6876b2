using System.CommandLine;

namespace ReliabilityEngine.Cli.Commands.Models;

/// <summary>Writes a model to files.</summary>
sealed class ModelsExportCommand : Verb
{
    readonly RegistryFeature _registry;
    readonly Argument<string> _model = RegistryFeature.Model("model");

    readonly Option<string> _output = new("--output") { Description = "Folder for the files.", HelpName = "folder", DefaultValueFactory = _ => "." };

    readonly Option<bool> _labels = new("--with-labels") { Description = "Let the labels of the articles that it was judged by go along, so that it can be compared where none of them is known." };

    public ModelsExportCommand()
        : base("export", "Write a model with its card, its trial and their SHA-256 to files.", "reliability models export reliability --output /srv/models")
    {
        Add(_model);
        Add(_output);
        Add(_labels);
        _registry = new(this);
        Run(call => _registry.With(call, (registry, _) =>
        {
            var model = registry.Models.Only(call.Value(_model)!);
            var path = registry.Export(model).Write(call.Value(_output)!, $"{model.Target}-{model.Version}", call.Value(_labels));
            call.Terminal.Out.WriteLine($"{path}: with .card.json, .trial.tsv and .sha256 beside it");
            return ExitCode.Done;
        }));
    }
}
