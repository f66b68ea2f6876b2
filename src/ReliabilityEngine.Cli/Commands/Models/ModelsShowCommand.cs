using System.CommandLine;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands.Models;

/// <summary>What a model is and how it came into its place.</summary>
sealed class ModelsShowCommand : Verb
{
    readonly RegistryFeature _registry;
    readonly FormatFeature _format;
    readonly Argument<string> _model = RegistryFeature.Model("model");
    readonly Option<bool> _card = new("--card") { Description = "Print its card, as JSON." };

    public ModelsShowCommand()
        : base("show", "Say what a model is, how it does, and who put it in use.", "reliability models show reliability", "reliability models show 1f2e3d --card")
    {
        Add(_model);
        Add(_card);
        _registry = new(this);
        _format = new(this, "table");
        Run(call => _registry.With(call, (registry, _) => Show(call, registry.Models)));
    }

    int Show(Call call, ModelStore models)
    {
        var model = models.Only(call.Value(_model)!);
        var card = models.Get(model.Version).Card;
        if (call.Value(_card))
        {
            call.Terminal.Out.Write(card);
            return ExitCode.Done;
        }

        var printer = _format.Printer(call, FactShape.Of);
        foreach (var fact in ModelFacts.Of(model, card, models.History(model.Target)))
            printer.Print(fact);
        printer.Finish();
        return ExitCode.Done;
    }
}
