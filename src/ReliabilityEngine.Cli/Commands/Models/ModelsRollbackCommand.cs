using System.CommandLine;

namespace ReliabilityEngine.Cli.Commands.Models;

/// <summary>Puts the former model back in use.</summary>
sealed class ModelsRollbackCommand : Verb
{
    readonly RegistryFeature _registry;
    readonly Argument<string> _target = new("target") { Description = "Such as reliability." };
    readonly Option<string> _why = new("--why") { Description = "The reason, which is kept with your name and the time.", HelpName = "reason" };

    public ModelsRollbackCommand()
        : base("rollback", "Put the model back in use that was there before the present one.", "reliability models rollback reliability --why \"tabloids came out too high\"")
    {
        Add(_target);
        Add(_why);
        _registry = new(this);
        Run(call => _registry.With(call, (registry, _) =>
        {
            var former = registry.RollBack(call.Value(_target)!, call.Value(_why));
            call.Terminal.Out.WriteLine($"{former.Version} is in use for {former.Target} again; `reliability rescore` brings stored articles back to it");
            return ExitCode.Done;
        }));
    }
}
