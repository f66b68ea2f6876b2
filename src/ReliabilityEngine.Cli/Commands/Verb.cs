using System.CommandLine;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>A command with the examples that its help ends with.</summary>
abstract class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>Runs what a command line asked for.</summary>
    protected void Run(Func<ParseResult, Terminal, CancellationToken, Task<int>> action) =>
        SetAction(async (parsed, cancellation) =>
        {
            using var terminal = new Terminal();
            return await Invocation.Guard(terminal, () => action(parsed, terminal, cancellation), cancellation);
        });
}
