using System.CommandLine;
using ReliabilityEngine.Cli.Configuration;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>A command with the examples that its help ends with.</summary>
abstract class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>What the program ends with when SIGTERM stops the command.</summary>
    public virtual int OnTerminate => ExitCode.Terminated;

    /// <summary>What a command line that names this command does.</summary>
    protected void Run(Func<Call, Task<int>> action) =>
        SetAction(async (parsed, cancellation) =>
        {
            using var terminal = new Terminal();
            return await Invocation.Guard(terminal, () => action(new(parsed, terminal, Settings.Load(), cancellation)), cancellation);
        });

    protected void Run(Func<Call, int> action) => Run(call => Task.FromResult(action(call)));
}
