namespace ReliabilityEngine.Cli;

/// <summary>Ends a command with a message that says what is wrong and what was expected.</summary>
sealed class Refusal(string message, int exitCode = ExitCode.BadInput) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
