using System.CommandLine;
using System.Globalization;
using ReliabilityEngine.Cli.Worker;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>A score that articles must reach: a reliability of so much or more, a bias of so much or less.</summary>
readonly record struct ScoreGate(string Target, double Limit)
{
    /// <summary>An article that cannot be judged misses no gate.</summary>
    public bool IsMissedBy(Settled settled) => Target == Targets.Bias
        ? settled.Score.Bias.Score > Limit
        : settled.Score.Reliability.Score < Limit;

    public static ScoreGate? Parse(string text)
    {
        if (text.Split('=') is [Targets.Reliability or Targets.Bias, var number]
            && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit) && limit is >= 0 and <= 100)
            return new(text.Split('=')[0], limit);
        return null;
    }
}

/// <summary>The gates that a command line asks for.</summary>
sealed class GateFeature
{
    readonly Option<string[]> _gates = new("--fail-under")
    {
        Description = "End with code 3 when an article's reliability is below, or its bias above, a limit.",
        HelpName = "reliability=N|bias=N",
    };

    int _missed;

    public GateFeature(Command command)
    {
        _gates.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => ScoreGate.Parse(token.Value) is null))
                result.AddError($"--fail-under {token.Value}: expected reliability=0..100 or bias=0..100.");
        });
        command.Add(_gates);
    }

    public void Check(Call call, Settled settled)
    {
        foreach (var gate in call.Value(_gates)?.Select(text => ScoreGate.Parse(text)!.Value).Where(gate => gate.IsMissedBy(settled)) ?? [])
        {
            _missed++;
            var score = gate.Target == Targets.Bias ? settled.Score.Bias.Score : settled.Score.Reliability.Score;
            call.Terminal.Log(string.Create(CultureInfo.InvariantCulture,
                $"{settled.Article.Id}: {gate.Target} {score:0.0} is {(gate.Target == Targets.Bias ? "above" : "below")} {gate.Limit}"));
        }
    }

    /// <summary>A missed gate outranks success, and nothing else.</summary>
    public int Apply(int exitCode) => exitCode == ExitCode.Done && _missed > 0 ? ExitCode.GateMissed : exitCode;
}
