using System.CommandLine;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Worker;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>What a user measures with in place of the engine's own: lexicons, and a table of likelihoods.</summary>
sealed class InstrumentFeature
{
    readonly Option<string> _lexicons = new("--lexicons")
    {
        Description = "A folder of your own lexicons: hedges.txt replaces the one of that name, hedges.add.txt amends it.",
        HelpName = "folder",
    };

    readonly Option<string> _likelihoods = new("--likelihood-table")
    {
        Description = "What likelihood words stand for; a file has a band, its lowest and its highest per cent a line, tabs between.",
        HelpName = "icd203|phia|kent|ipcc|file",
    };

    public InstrumentFeature(Command command)
    {
        command.Add(_lexicons);
        command.Add(_likelihoods);
    }

    public Instrument InstrumentOf(Call call) =>
        Instrument.Load(call.Value(_lexicons), LikelihoodTableFile.Read(call.Value(_likelihoods) ?? call.Options.LikelihoodTable));
}
