using System.CommandLine;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Measures on labels what the engine makes of articles.</summary>
sealed class EvaluateCommand : Verb
{
    public EvaluateCommand()
        : base("evaluate", "Measure what a recipe's models are worth.", "reliability evaluate model --recipe models/bias.recipe.json --data ../corpora") =>
        Add(new EvaluateModelCommand());
}
