using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>The library's help, with a command's examples below it.</summary>
sealed class HelpWithExamples : SynchronousCommandLineAction
{
    const int WidestLine = 100;

    readonly HelpAction _help = new() { MaxWidth = Math.Min(WidestLine, Terminal.MeasureWidth()) };

    public override int Invoke(ParseResult parseResult)
    {
        _help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is Verb { Examples.Count: > 0 } verb)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in verb.Examples)
                output.WriteLine($"  {example}");
            output.WriteLine();
        }

        return ExitCode.Done;
    }
}
