using System.CommandLine;

namespace ReliabilityEngine.Cli.Commands.Models;

/// <summary>Puts a candidate in use.</summary>
sealed class ModelsPromoteCommand : Verb
{
    readonly RegistryFeature _registry;
    readonly PromotionFeature _promotion;
    readonly Argument<string> _model = RegistryFeature.Model("model");

    public ModelsPromoteCommand()
        : base(
            "promote", "Put a model in use, unless it does worse than the present one or moves the outlets too far (then code 3).",
            "reliability models promote 1f2e3d", "reliability models promote 1f2e3d --force --why \"trained on our own labels\"")
    {
        Add(_model);
        _promotion = new(this);
        _registry = new(this);
        Run(call => _registry.With(call, (registry, _) => _promotion.Promote(call, registry, registry.Models.Only(call.Value(_model)!))));
    }
}
