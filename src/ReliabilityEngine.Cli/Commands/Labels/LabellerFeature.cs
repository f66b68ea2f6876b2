using System.CommandLine;

namespace ReliabilityEngine.Cli.Commands.Labels;

/// <summary>Whose labels they are.</summary>
sealed class LabellerFeature
{
    readonly Option<string> _labeller = new("--labeller") { Description = "Who says so; else the name that you are logged in with.", HelpName = "name" };

    public LabellerFeature(Command command) => command.Add(_labeller);

    public string Of(Call call) => call.Value(_labeller) is { } name
        ? name.Trim() is { Length: > 0 } trimmed ? trimmed : throw new Refusal("--labeller is empty, expected a name")
        : Environment.UserName;
}
