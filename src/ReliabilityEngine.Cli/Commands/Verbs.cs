namespace ReliabilityEngine.Cli.Commands;

/// <summary>The commands, in the order of the help.</summary>
static class Verbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        new AnalyzeCommand(),
        new ImportCommand(),
        new ReportCommand(),
        new InitCommand(),
        new TrainCommand(),
        new DbCommand(),
        new QuarantineCommand(),
    ];
}
