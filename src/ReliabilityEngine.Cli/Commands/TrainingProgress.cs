using System.Globalization;
using ReliabilityEngine.Learning;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Training's steps: a line that moves on a terminal, a line a step elsewhere.</summary>
sealed class TrainingProgress(Terminal terminal) : IProgress<TrainingStep>
{
    string _step = "";

    public void Report(TrainingStep value)
    {
        if (value.Name != Interlocked.Exchange(ref _step, value.Name) && !terminal.ErrorIsTerminal)
            terminal.Log($"training: {value.Name}");
        terminal.ShowStatus(string.Create(CultureInfo.InvariantCulture, $"training: {value.Name} {100 * value.Share:0} %"));
    }
}
