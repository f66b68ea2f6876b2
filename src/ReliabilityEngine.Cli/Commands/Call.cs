using System.CommandLine;
using ReliabilityEngine.Cli.Configuration;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>A command line being carried out.</summary>
sealed record Call(ParseResult Parsed, Terminal Terminal, EngineOptions Options, CancellationToken Cancellation)
{
    public T? Value<T>(Option<T> option) => Parsed.GetValue(option);

    public T? Value<T>(Argument<T> argument) => Parsed.GetValue(argument);
}
