using ReliabilityEngine.Cli.Commands.Labels;
using ReliabilityEngine.Cli.Commands.Models;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>The commands, in the order of the help.</summary>
static class Verbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        new ScoreCommand(),
        new AnalyzeCommand(),
        new ExplainCommand(),
        new ReportCommand(),
        new RunCommand(),
        new ServeCommand(),
        new LabelCommand(),
        new InitCommand(),
        new TrainCommand(),
        new ModelsCommand(),
        new RescoreCommand(),
        new EvaluateCommand(),
        new ImportCommand(),
        new DbCommand(),
        new QuarantineCommand(),
        new StatusCommand(),
        new ConfigCommand(),
    ];
}
