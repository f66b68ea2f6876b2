using System.CommandLine;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Worker;

namespace ReliabilityEngine.Cli.Commands.Models;

/// <summary>Puts a candidate in use, if the gate lets it pass or somebody answers for it.</summary>
sealed class PromotionFeature
{
    readonly Option<bool> _force = new("--force") { Description = "Put it in use although the gate is against it; wants --why." };

    readonly Option<string> _why = new("--why") { Description = "The reason, which is kept with your name and the time.", HelpName = "reason" };

    public PromotionFeature(Command command)
    {
        command.Add(_force);
        command.Add(_why);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_force) && string.IsNullOrWhiteSpace(result.GetValue(_why)))
                result.AddError("--force wants --why \"the reason\": it is kept with your name and the time.");
        });
    }

    public int Promote(Call call, ModelRegistry registry, RegisteredModel candidate)
    {
        if (candidate.IsInUse)
            throw new Refusal($"{candidate.Version} is in use for {candidate.Target} already");
        var current = registry.Models.All().FirstOrDefault(model => model.IsInUse && model.Target == candidate.Target);
        var verdict = registry.Judge(candidate);
        GateSheet.Write(call.Terminal.Out, call.Terminal.Width, current?.Version, candidate.Version, verdict, call.Options.Promotion);
        if (verdict.Objection is { } objection && !call.Value(_force))
        {
            call.Terminal.Out.Flush();
            call.Terminal.Log($"{candidate.Version} was not put in use: {objection}; it stays a candidate (--force --why \"…\" overrules)");
            return ExitCode.GateMissed;
        }

        if (verdict.Objection is { } overruled)
            call.Terminal.Out.WriteLine($"overruled: {overruled}");
        registry.Promote(candidate, verdict, call.Value(_why));
        call.Terminal.Out.WriteLine($"{candidate.Version} is in use for {candidate.Target} from now on; `reliability rescore` brings stored articles to it");
        return ExitCode.Done;
    }
}
