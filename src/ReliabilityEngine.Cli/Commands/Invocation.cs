using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>From a command line to an exit code.</summary>
static class Invocation
{
    public static async Task<int> Run(string[] args)
    {
        using var stop = new CancellationTokenSource();
        PosixSignal? signal = null;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var parsed = Root().Parse(args.Length > 0 ? args : ["--help"]);
        if (parsed.Action is ParseErrorAction || (parsed.Action == parsed.CommandResult.Command.Action && Misuse.Strangers(parsed).Count > 0))
            return Misused(parsed);
        var exitCode = await parsed.InvokeAsync(
            new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token);
        return exitCode == ExitCode.Interrupted && signal == PosixSignal.SIGTERM && parsed.CommandResult.Command is Verb verb
            ? verb.OnTerminate
            : exitCode;

        void Stop(PosixSignalContext context)
        {
            // A second signal ends the process at once.
            context.Cancel = signal is null;
            signal ??= context.Signal;
            stop.Cancel();
        }
    }

    static int Misused(ParseResult parsed)
    {
        foreach (var complaint in Misuse.Of(parsed))
            Console.Error.WriteLine($"reliability: {Terminal.SafeLine(complaint)}");
        var path = parsed.CommandResult.Command.Parents.Append(parsed.CommandResult.Command).OfType<Verb>().Select(verb => verb.Name);
        Console.Error.WriteLine($"See: {string.Join(' ', path.Prepend("reliability"))} --help");
        return ExitCode.BadInput;
    }

    public static RootCommand Root()
    {
        var root = new RootCommand("Scores how reliable and how one-sided news articles are, each score a sum of reasons that point at words.");
        foreach (var verb in Verbs.All)
            root.Add(verb);
        root.Options.OfType<HelpOption>().Single().Action = new HelpWithExamples();
        return root;
    }

    /// <summary>Turns what went wrong outside the program into a message and an exit code; defects show where they are.</summary>
    public static async Task<int> Guard(Terminal terminal, Func<Task<int>> action, CancellationToken cancellation)
    {
        try
        {
            var exitCode = await action();
            terminal.Out.Flush();
            return exitCode;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Refusal refusal)
        {
            return Say(refusal.Message, refusal.ExitCode);
        }
        catch (IOException error) when (IsBrokenPipe(error))
        {
            // Who read the output, such as `head`, has seen enough.
            return ExitCode.Done;
        }
        catch (SqliteException error)
        {
            return Say(StorageTrouble.Explain(error), ExitCode.Failure);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Say(error.Message, ExitCode.Failure);
        }
        catch (Exception defect)
        {
            return Say($"a defect of the program: {defect}", ExitCode.Failure);
        }

        int Say(string message, int exitCode)
        {
            terminal.ShowStatus("");
            terminal.Error.WriteLine($"reliability: {Terminal.Safe(message)}");
            return exitCode;
        }
    }

    static bool IsBrokenPipe(IOException error) => error.HResult is 32 or unchecked((int)0x8007006D) or unchecked((int)0x800700E8);
}
