using System.CommandLine;
using ReliabilityEngine.Cli.Worker;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>A user's own lexicons.</summary>
sealed class LexiconFeature
{
    readonly Option<string> _folder = new("--lexicons")
    {
        Description = "A folder of your own lexicons: hedges.txt replaces the one of that name, hedges.add.txt amends it.",
        HelpName = "folder",
    };

    public LexiconFeature(Command command) => command.Add(_folder);

    public Instrument InstrumentOf(Call call) => Instrument.Load(call.Value(_folder));
}
