using System.CommandLine;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>What every command takes that goes on until somebody stops it.</summary>
sealed class LongRunFeature
{
    readonly Option<bool> _json = new("--log-json") { Description = "Log a JSON object a line." };

    readonly InstrumentFeature _instrument;
    readonly DatabaseFeature _database;

    public LongRunFeature(Command command)
    {
        command.Add(_json);
        (_instrument, _database) = (new(command), new(command));
    }

    public LongRun Begin(Call call) => new(call, _database.PathOf(call), _instrument.InstrumentOf(call), call.Value(_json));
}
