namespace ReliabilityEngine.Cli;

/// <summary>How the program ends; scripts rely on the numbers.</summary>
static class ExitCode
{
    public const int Done = 0;

    /// <summary>Bad usage, or no article could be read; with <c>--strict</c> any that could not.</summary>
    public const int BadInput = 1;

    /// <summary>Disk, database, or a defect of the program.</summary>
    public const int Failure = 2;

    /// <summary>A gate that was asked for, such as <c>--fail-under</c>, was not met.</summary>
    public const int GateMissed = 3;

    /// <summary>Stopped by Ctrl+C.</summary>
    public const int Interrupted = 130;

    /// <summary>Stopped by SIGTERM.</summary>
    public const int Terminated = 143;
}
